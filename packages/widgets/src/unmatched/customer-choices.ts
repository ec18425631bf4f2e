import type { UnmatchedTicket } from '@cscx/support-core/api';

/** A customer that a ticket can be linked to. */
export interface CustomerChoice {
  customer_id: string;
  customer_name: string;
}

const MOST_SUGGESTIONS = 3;

/** Shorter parts of names, such as `co`, say nothing. */
const LEAST_LETTERS = 3;

/** Parts of names and domains that half the world has. */
const COMMON = new Set(['the', 'com', 'org', 'net', 'inc', 'ltd', 'llc', 'gmbh', 'corp', 'company', 'group', 'mail']);

/** Lower case, and without accents. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const wordsIn = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= LEAST_LETTERS && !COMMON.has(word));

/** Finds customers whose name or id holds what was typed; in the order in which they came. */
export function searchCustomers(customers: readonly CustomerChoice[], typed: string): CustomerChoice[] {
  const wanted = plain(typed.trim());
  return customers.filter(
    ({ customer_id, customer_name }) => plain(customer_name).includes(wanted) || plain(customer_id).includes(wanted),
  );
}

/**
 * Suggests whose a ticket may be, for a person to decide: customers whose name or id shares words with the company or the
 * sender's domain, the most alike first. A free-mail address says nothing.
 */
export function suggestCustomers(
  { company, requester_email, reason }: Pick<UnmatchedTicket, 'company' | 'requester_email' | 'reason'>,
  customers: readonly CustomerChoice[],
): CustomerChoice[] {
  const [, domain = ''] = reason === 'free_mail' ? [] : (requester_email ?? '').split('@');
  const clues = new Set(
    [company?.name ?? '', company?.external_id ?? '', domain.split('.').slice(0, -1).join(' ')].flatMap(wordsIn),
  );
  if (clues.size === 0) return [];
  return customers
    .map((customer) => ({
      customer,
      shared: new Set(wordsIn(`${customer.customer_name} ${customer.customer_id}`).filter((word) => clues.has(word)))
        .size,
    }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ customer }) => customer);
}
