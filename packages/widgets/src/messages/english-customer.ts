import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `CustomerDetail` says, in English. */
export const englishCustomer = {
  title: 'Customer support',
  back: 'Back',
  unnamed: (id: string) => `Customer ${id}`,
  openTickets: 'Open tickets',
  highPriority: (count: string) => `${count} high priority`,
  noneHighPriority: 'None of high priority',
  noneOpen: 'All caught up',
  resolution: 'Avg resolution',
  resolutionSla: (pct: string) => `SLA: ${pct} met`,
  resolutionUndecided: 'No SLA decided in this period',
  resolutionNone: 'Nothing resolved in this period',
  csat: 'CSAT score',
  csatOutOf: '/5',
  csatTrend: { improving: 'Improving', stable: 'Stable', declining: 'Declining' },
  csatFrom: (trend: string, previous: string) => `${trend} from ${previous}`,
  csatFew: (count: number, previous: string) =>
    `${plural(count, String(count), { one: '# rating', other: '# ratings' })}, too few for a trend (before: ${previous})`,
  csatFirst: (count: number) => `${plural(count, String(count), { one: '# rating', other: '# ratings' })}, none before`,
  csatNone: 'No ratings in this period',
  meanings: {
    openTickets: 'Tickets of this customer that are not yet resolved, waiting for an answer or for the customer.',
    resolution:
      'Average time from the creation of a ticket to its last resolution, for tickets resolved in the period.',
    csat: 'Average of the ratings given in the period, from 1 to 5.',
  },
  ratings: (count: number, formatted: string) => plural(count, formatted, { one: '# rating', other: '# ratings' }),
  tickets: 'Open tickets',
  ticketsNone: 'No open tickets',
  ticketsNoneHint: 'Everything this customer asked has been resolved.',
  columns: {
    id: 'ID',
    subject: 'Subject',
    priority: 'Priority',
    status: 'Status',
    age: 'Age',
    sla: 'SLA',
  },
  created: (when: string) => `Created ${when}`,
  escalated: 'Escalated',
  sla: {
    breached: 'Breached',
    at_risk: 'At risk',
    pending: 'On track',
    met: 'Met',
    paused: 'Paused',
    not_applicable: 'No target',
    due: (duration: string) => `Due in ${duration}`,
    overdue: 'Due now',
  },
  categories: 'Top issue categories',
  categoriesNone: 'No tickets were created in this period',
  uncategorized: 'Uncategorized',
  otherCategories: 'Other',
  categoryCount: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# ticket', other: '# tickets' }),
  alerts: 'Alerts',
  alertsAll: (count: string) => `View all ${count}`,
  alertsFewer: 'View fewer',
  empty: 'No tickets from this customer',
  emptyHint: 'None were found in the last 12 weeks. Tickets appear here once they are imported and matched.',
  unknown: 'This customer is not known here',
  unknownHint: 'It may have been removed, or you have no access to it.',
};
