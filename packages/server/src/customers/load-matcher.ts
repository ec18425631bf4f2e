import type { Customer, Match } from '@cscx/support-core';
import { createMatcher, type TicketKeys } from '@cscx/support-core/matching';
import { organizationSettingsSchema } from '../store/organization-settings.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** Says whose tickets are, by all that an organization has told. */
export interface LoadedMatcher {
  match: (ticket: TicketKeys) => Match;
  isKnown: (customerId: string) => boolean;
  /** The same with customers that were added. */
  withAdded: (customers: readonly Customer[]) => LoadedMatcher;
}

/** Makes the matcher of an organization: its customers, the links that people set, the domains that it ignores. */
export const loadMatcher = async (organization: OrganizationStore): Promise<LoadedMatcher> => {
  const { ignored_domains } = (await organization.find())?.settings ?? organizationSettingsSchema.parse({});
  const links = await organization.ticketLinks.all();

  const make = (customers: readonly Customer[]): LoadedMatcher => {
    const ids = new Set(customers.map(({ customer_id }) => customer_id));
    return {
      match: createMatcher(customers, { links, ignored_domains }),
      isKnown: (customerId) => ids.has(customerId),
      withAdded: (added) => make([...customers, ...added]),
    };
  };
  return make(await organization.customers.list());
};
