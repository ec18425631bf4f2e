import type { Customer } from '../model/customer.js';
import type { TicketDraft } from '../model/support-ticket.js';

/** Which key matched a ticket to its customer. */
export type MatchRule = 'company_id' | 'company_external_id' | 'requester_email';

/** Whose ticket it is and by which rule, or why nobody's. */
export type Match =
  | { customer_id: string; rule: MatchRule }
  | { customer_id: null; reason: 'no_key' | 'unknown_key' | 'conflict' };

type KeyIndex = Map<string, Set<string>>;

const claim = (index: KeyIndex, key: string, customerId: string): void => {
  const claimants = index.get(key);
  if (claimants) claimants.add(customerId);
  else index.set(key, new Set([customerId]));
};

const companyKey = (source: string, id: string): string => `${source} ${id}`;

/** The keys of a draft in the order in which they are tried; absent ones are left out. */
const keysOf = (draft: TicketDraft): [MatchRule, string][] => {
  const { company, source_system, requester_email } = draft;
  const keys: [MatchRule, string][] = [];
  if (company?.id) keys.push(['company_id', companyKey(source_system, company.id)]);
  if (company?.external_id) keys.push(['company_external_id', company.external_id]);
  if (requester_email) keys.push(['requester_email', requester_email.toLowerCase()]);
  return keys;
};

/**
 * Makes a function that says whose a ticket is. First hit wins: the vendor's company id among the
 * customer's `external_ids`, the company's own external id equal to `customer_id`, the requester's
 * exact e-mail address among the customer's contacts. Two customers that claim one key are a
 * conflict: unmatched with the reason, never a guess.
 *
 * @param customers - all customers of one organization
 * @example
 * const match = createMatcher(customers);
 * match(draft); // { customer_id: 'acme', rule: 'company_external_id' }
 */
export const createMatcher = (customers: readonly Customer[]): ((draft: TicketDraft) => Match) => {
  const claims: Record<MatchRule, KeyIndex> = {
    company_id: new Map(),
    company_external_id: new Map(),
    requester_email: new Map(),
  };
  for (const { customer_id, external_ids, contacts } of customers) {
    claim(claims.company_external_id, customer_id, customer_id);
    for (const [source, ids] of Object.entries(external_ids)) {
      for (const id of ids) claim(claims.company_id, companyKey(source, id), customer_id);
    }
    for (const email of contacts) claim(claims.requester_email, email.toLowerCase(), customer_id);
  }
  return (draft) => {
    const keys = keysOf(draft);
    for (const [rule, key] of keys) {
      const claimants = claims[rule].get(key);
      if (!claimants) continue;
      const [customer_id] = claimants;
      if (claimants.size > 1 || customer_id === undefined) {
        return { customer_id: null, reason: 'conflict' };
      }
      return { customer_id, rule };
    }
    return { customer_id: null, reason: keys.length === 0 ? 'no_key' : 'unknown_key' };
  };
};
