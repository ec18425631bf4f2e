import type { TicketDraft } from '@cscx/support-core';
import type { VendorCompany } from '@cscx/support-core/connectors';
import type { OrganizationStore } from '../store/organization-store.js';
import type { MatchedTicket } from '../store/save-tickets.js';

/**
 * Gives stored tickets the keys that their company has now, and matches them anew.
 *
 * @param account - how the ids of the account's tickets begin
 * @returns the tickets whose row changed, and the customers that had or have one of them
 */
export const rematchCompanies = async (
  { tickets }: OrganizationStore,
  companies: readonly VendorCompany[],
  { account, match }: { account: string; match: (draft: TicketDraft) => MatchedTicket },
): Promise<{ changed: Set<string>; customer_ids: string[] }> => {
  const known = new Map(companies.map((company) => [company.id, company]));
  const stored = await tickets.ofCompanies(account, [...known.keys()]);
  const matched = stored.map(({ draft }) =>
    match({ ...draft, company: { ...draft.company, ...known.get(draft.company?.id ?? '') } }),
  );
  const changed = await tickets.save({ tickets: matched, events: [] });
  const owners = [...stored, ...matched.map(({ draft, match: { customer_id } }) => ({ draft, customer_id }))];
  return {
    changed,
    customer_ids: owners.flatMap(({ draft, customer_id }) =>
      customer_id !== null && changed.has(draft.ticket_id) ? [customer_id] : [],
    ),
  };
};
