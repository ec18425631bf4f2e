import type { Customer } from '@cscx/support-core';
import { createMatcher } from '@cscx/support-core/matching';
import type { MatchedTicket } from '../store/save-tickets.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** Says whose tickets are while a file is read that may also name new customers. */
export interface CustomerMatching {
  match: (draft: MatchedTicket['draft']) => MatchedTicket;
  /** Adds customers that the file implies and nobody knows yet. */
  learn(organization: OrganizationStore, implied: readonly Customer[]): Promise<void>;
}

export const createCustomerMatching = async ({ customers }: OrganizationStore): Promise<CustomerMatching> => {
  const known = new Map((await customers.list()).map((customer) => [customer.customer_id, customer]));
  let matcher = createMatcher([...known.values()]);
  return {
    match: (draft) => ({ draft, match: matcher(draft) }),
    async learn(organization, implied) {
      const unknown = implied.filter(({ customer_id }) => !known.has(customer_id));
      if (unknown.length === 0) return;
      await organization.customers.addMissing(unknown);
      for (const customer of unknown) known.set(customer.customer_id, customer);
      matcher = createMatcher([...known.values()]);
    },
  };
};
