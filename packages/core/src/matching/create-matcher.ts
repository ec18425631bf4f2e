import type { Customer } from '../model/customer.js';
import type { TicketDraft } from '../model/support-ticket.js';
import { companyKey, customerKeys, emailKey } from './customer-keys.js';
import { domainOfAddress } from './mail-host.js';
import type { Match, MatchRule, UnmatchedReason } from '../model/match.js';
import { createDomainMatcher } from './match-domain.js';

/** What of a ticket tells whose it is. */
export type TicketKeys = Pick<TicketDraft, 'ticket_id' | 'source_system' | 'company' | 'requester_email'>;

/** What a matcher knows besides the customers. */
export interface MatcherOptions {
  /** `ticket_id` → `customer_id`, as a person linked them; wins over every key. @default none */
  links?: ReadonlyMap<string, string> | undefined;
  /**
   * Domains that never tell whose a ticket is, besides those of free mail: your own, a reseller's. Those below them do
   * not either. @default none
   */
  ignored_domains?: readonly string[] | undefined;
}

const unmatched = (reason: UnmatchedReason): Match => ({ customer_id: null, reason });

/**
 * Makes a function that says whose a ticket is. First hit wins:
 *
 * 1. a link set by a person;
 * 2. the vendor's company id among the customer's `external_ids` of that support system;
 * 3. the company's own external id, equal to `customer_id`;
 * 4. the custom field that the connection names, equal to `customer_id`;
 * 5. the requester's address among the customer's `contacts`;
 * 6. the domain of that address, or one above it, among the customer's `domains`.
 *
 * Two customers that claim one key are a conflict: unmatched with the reason, never a guess, and no later rule is tried.
 * Free-mail and disposable domains never match. The order of the customers does not matter.
 *
 * @param customers - all customers of one organization
 * @example
 * const match = createMatcher(customers, { links: new Map([['zendesk:acme:17', 'globex']]) });
 * match(ticket); // { customer_id: 'acme', rule: 'company_external_id' }
 */
export const createMatcher = (
  customers: readonly Customer[],
  { links, ignored_domains = [] }: MatcherOptions = {},
): ((ticket: TicketKeys) => Match) => {
  const { customerIds, companyIds, emails, domains } = customerKeys(customers);
  const matchDomain = createDomainMatcher(domains, ignored_domains);

  /** The answer to a claim; undefined where nobody makes it. */
  const answer = (claimant: string | null | undefined, rule: MatchRule): Match | undefined => {
    if (claimant === undefined) return undefined;
    return claimant === null ? unmatched('conflict') : { customer_id: claimant, rule };
  };

  const ownId = (text: string | null | undefined): string | undefined => {
    const id = text?.trim();
    return id !== undefined && customerIds.has(id) ? id : undefined;
  };

  const byCompany = ({ company, source_system }: TicketKeys): Match | undefined =>
    (company?.id ? answer(companyIds.get(companyKey(source_system, company.id)), 'company_id') : undefined) ??
    answer(ownId(company?.external_id), 'company_external_id') ??
    answer(ownId(company?.custom_field), 'custom_field');

  const byRequester = (email: string): Match | undefined => {
    const address = emailKey(email);
    const domain = domainOfAddress(address);
    return answer(emails.get(address), 'requester_email') ?? (domain === null ? undefined : matchDomain(domain));
  };

  return (ticket) => {
    const linked = links?.get(ticket.ticket_id);
    if (linked !== undefined) return answer(ownId(linked), 'link') ?? unmatched('unknown_link');
    const { company, requester_email } = ticket;
    const found = byCompany(ticket) ?? (requester_email ? byRequester(requester_email) : undefined);
    const hasCompanyKey = Boolean(company?.id || company?.external_id || company?.custom_field);
    if (found === undefined) return unmatched(hasCompanyKey || requester_email ? 'unknown_key' : 'no_key');
    const isOnlyMail = found.customer_id === null && found.reason !== 'conflict' && hasCompanyKey;
    return isOnlyMail ? unmatched('unknown_key') : found;
  };
};
