import type { UnmatchedReason } from '@cscx/support-core';
import { pluralOf } from './plural.js';

const plural = pluralOf('en');

const reasons: Record<UnmatchedReason, readonly [name: string, explanation: string]> = {
  no_key: ['No company or sender', 'The ticket names neither a company nor a sender.'],
  unknown_key: ['Unknown company or sender', 'No customer has this company, address or domain.'],
  free_mail: ['Free-mail address', 'The sender uses a free e-mail service, so the address could be anybody’s.'],
  ignored_domain: ['Excluded domain', 'The sender’s domain is excluded from matching.'],
  conflict: ['Claimed twice', 'Two customers have the same company, address or domain.'],
  unknown_link: ['Customer is gone', 'The ticket was linked to a customer that no longer exists.'],
};

/** What `UnmatchedTickets` says, in English. */
export const englishUnmatched = {
  title: 'Unmatched tickets',
  queue: 'Whose tickets are these?',
  waiting: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# ticket without a customer', other: '# tickets without a customer' }),
  reason: 'Reason',
  reasons,
  anyReason: (formatted: string) => `All reasons (${formatted})`,
  ofReason: (reason: string, formatted: string) => `${reason} (${formatted})`,
  created: (when: string) => `Created ${when}`,
  priority: (priority: string) => `${priority} priority`,
  from: 'From',
  company: 'Company',
  companyKey: 'Company key',
  field: 'Customer field',
  hint: 'A link settles one ticket. To match later ones automatically, add the company’s key or domain to a customer.',

  choose: 'Choose customer',
  actionOn: (action: string, ticket: string) => `${action}: ${ticket}`,
  search: 'Search customers',
  suggested: 'Suggested',
  found: (count: number, formatted: string) => plural(count, formatted, { one: '# customer', other: '# customers' }),
  foundMore: (formatted: string) => `${formatted} more: type to find them`,
  noneFound: 'No customer matches',
  customersLoading: 'Loading customers…',
  customersFailed: 'The customers could not be loaded.',

  linked: (customer: string) => `Linked to ${customer}`,
  announced: (done: string, ticket: string) => `${done}: ${ticket}`,
  undo: 'Undo',
  undone: 'Undone',
  notLinked: (reason: string) => `The ticket was not linked. ${reason}.`,
  notUndone: (reason: string) => `The link still stands. ${reason}.`,
  noReason: 'Something went wrong',

  empty: 'Every ticket has a customer',
  emptyHint: 'Tickets that match no customer show up here.',
  emptyReason: 'No ticket for this reason',
  showAll: 'Show all reasons',
};
