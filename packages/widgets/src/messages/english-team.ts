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
  sortBy: 'Sort by',
  nobody: 'Nobody',
  ratings: (count: number, formatted: string) => plural(count, formatted, { one: '# rating', other: '# ratings' }),
  csms: (count: number, formatted: string) => plural(count, formatted, { one: '# CSM', other: '# CSMs' }),
  customers: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# customer', other: '# customers' }),
  loading: (formatted: string) => `${formatted} customers so far…`,
  cut: (formatted: string) => `Only the first ${formatted} customers are counted.`,
  empty: 'No customers yet',
  emptyHint: 'The team appears here once customers are assigned to CSMs.',
};
