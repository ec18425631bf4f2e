import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `TeamOverview` says, in English. */
export const englishTeam = {
  title: 'Team',
  unassigned: 'Unassigned',
  columns: {
    name: 'CSM',
    attention: 'Needing attention',
    customers: 'Customers',
    open: 'Open tickets',
    breaches: 'Past SLA',
    escalations: 'Escalations',
    csat: 'CSAT',
  },
  meanings: {
    attention:
      'Customers with a reason for concern: escalations, a spike of tickets, missed SLAs, low ratings. The one named needs attention most.',
    customers: 'Customers that are assigned to the CSM.',
    open: 'Tickets not yet resolved, waiting for an answer or for the customer.',
    breaches: 'Open tickets whose target for the first response or the resolution has passed.',
    escalations: 'Escalated tickets that are not resolved.',
    csat: 'Average of the ratings that customers gave in the period, from 1 to 5. Every rating counts the same.',
  },
  numberOf: (value: string, column: string, name: string) => `${column}: ${value}, ${name}`,
  sortBy: 'Sort by',
  nobody: 'Nobody',
  ratings: (count: number, formatted: string) => plural(count, formatted, { one: '# rating', other: '# ratings' }),
  csms: (count: number, formatted: string) => plural(count, formatted, { one: '# CSM', other: '# CSMs' }),
  andUnassigned: (csms: string) => `${csms} and unassigned`,
  customers: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# customer', other: '# customers' }),
  loading: (formatted: string) => `${formatted} customers so far…`,
  cut: (formatted: string) => `Only the first ${formatted} customers are counted.`,
  empty: 'No customers yet',
  emptyHint: 'The team appears here once customers are assigned to CSMs.',
};
