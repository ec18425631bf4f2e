import type { UnmatchedReason } from '@cscx/support-core';
import { pluralOf } from './plural.js';

const plural = pluralOf('en');

const reasons: Record<UnmatchedReason, readonly [name: string, explanation: string]> = {
  no_key: ['No company or sender', 'It tells neither a company nor who wrote it.'],
  unknown_key: ['Unknown company or sender', 'No customer has the company, address or domain that it tells.'],
  free_mail: ['Free-mail address', 'All that it tells is an address of a free-mail service, which could be anybody’s.'],
  ignored_domain: ['Excluded domain', 'All that it tells is a domain that is excluded from matching.'],
  conflict: ['Claimed twice', 'Two customers have the same company, address or domain.'],
  unknown_link: ['Customer is gone', 'Somebody linked it to a customer that is not there any more.'],
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
  from: (address: string) => `From ${address}`,
  company: (name: string) => `Company ${name}`,
  companyKey: (key: string) => `Company key ${key}`,
  field: (value: string) => `Customer field ${value}`,
  hint: 'A link settles one ticket. With the company’s key or domain at its customer, later ones match by themselves.',

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

  empty: 'Every ticket has a customer',
  emptyHint: 'Tickets that match no customer show up here.',
  emptyReason: 'No ticket for this reason',
  showAll: 'Show all reasons',
};
