import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `OpenTicketsTable` says, in English. */
export const englishOpenTickets = {
  title: 'Open tickets',
  shown: (count: number, formatted: string) => plural(count, formatted, { one: '# ticket', other: '# tickets' }),
  shownOf: (shown: string, count: number, formatted: string) =>
    `${shown} of ${plural(count, formatted, { one: '# ticket', other: '# tickets' })}`,
  loading: (formatted: string) => `${formatted} tickets so far…`,
  capped: (formatted: string) => `Only the oldest ${formatted} are shown.`,
  search: 'Search subject or number',
  anyStatus: 'Open and pending',
  anyPriority: 'All priorities',
  sortBy: 'Sort by',
  noMatch: 'No ticket matches',
  noMatchHint: 'Other words, or fewer filters, may find more.',
  clear: 'Clear filters',
  dueIn: (time: string) => `Due in ${time}`,
  dueSoon: (count: number, formatted: string, names: string) =>
    `${plural(count, formatted, { one: '# ticket is', other: '# tickets are' })} due within 15 minutes: ${names}`,
  overdue: (count: number, formatted: string, names: string) =>
    `${plural(count, formatted, { one: '# ticket has', other: '# tickets have' })} run out of time: ${names}`,
  keys: 'Arrow keys move between tickets, Enter opens one.',
};
