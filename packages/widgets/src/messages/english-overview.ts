import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `SupportOverview` says, in English. */
export const englishOverview = {
  title: 'Support metrics',
  customers: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# customer', other: '# customers' }),
  openTickets: 'Open tickets',
  openChange: (change: string) => `${change} vs last week`,
  openUnchanged: 'Same as last week',
  csat: 'Avg CSAT',
  csatOutOf: '/5',
  csatAgainstTarget: (difference: string, target: string) => `${difference} vs target ${target}`,
  csatOnTarget: (target: string) => `On target ${target}`,
  csatNone: 'No ratings in this period',
  escalations: 'Escalations',
  escalationsNew: (change: string) => `${change} this week`,
  escalationsNoneNew: 'None new this week',
  attention: 'Customers needing attention',
  allCustomers: 'All customers',
  shown: (shown: string, all: string) => `${shown} of ${all}`,
  shownAtLeast: (shown: string, all: string) => `${shown} of at least ${all}`,
  viewAll: (count: string) => `View all ${count}`,
  viewFewer: 'Only those needing attention',
  nobody: 'Nobody needs attention',
  nobodyHint: 'No escalations, spikes, missed SLAs or low ratings.',
  noReason: 'Nothing to worry about',
  sla: 'SLA performance',
  slaTarget: (target: string) => `Target ${target}`,
  slaAbove: 'On target',
  slaBelow: 'Below target',
  slaUndecided: 'No ticket was decided in this period',
  slaDecided: (met: string, decided: number, formatted: string) =>
    `${met} of ${plural(decided, formatted, { one: '# ticket', other: '# tickets' })}`,
  slaMedian: (duration: string) => `median ${duration}`,
  empty: 'No customers yet',
  emptyHint: 'Customers appear here once tickets have been imported and matched to them.',
  meanings: {
    openTickets:
      'Tickets not yet resolved, waiting for an answer or for the customer. The change is against a week ago.',
    csat: 'Average of the ratings that customers gave in the period, from 1 to 5.',
    escalations: 'Escalated tickets that are not resolved.',
    sla: 'Of the tickets decided in the period, the share that was answered or resolved within its target.',
  },
  verdicts: (count: number, formatted: string) => plural(count, formatted, { one: '# verdict', other: '# verdicts' }),
  ratings: (count: number, formatted: string) => plural(count, formatted, { one: '# rating', other: '# ratings' }),
  emptyCsmHint: 'No customer is assigned to this CSM, or none of them has a ticket yet.',
};
