import type { AlertType, Severity, SlaMetric, TicketPriority, TicketStatus } from '@cscx/support-core';

const plural = (count: number, noun: string, formatted = String(count)): string =>
  `${formatted} ${noun}${count === 1 ? '' : 's'}`;

const severities: Record<Severity, string> = { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' };

const priorities: Record<TicketPriority, string> = severities;

const statuses: Record<TicketStatus, string> = {
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

const slaMetrics: Record<SlaMetric, string> = { first_response: 'First response', resolution: 'Resolution' };

const alertTypes: Record<AlertType, string> = {
  ticket_spike: 'Ticket spike',
  new_escalation: 'Escalation',
  sla_breach: 'SLA breach',
  sla_at_risk: 'SLA at risk',
  low_csat: 'Low CSAT',
  csat_decline: 'CSAT decline',
  recurring_issue: 'Recurring issue',
  stale_sync: 'Sync behind',
};

const periods: Readonly<Record<string, string>> = {
  this_week: 'This week',
  last_week: 'Last week',
  this_month: 'This month',
  last_month: 'Last month',
  this_quarter: 'This quarter',
  last_quarter: 'Last quarter',
  this_year: 'This year',
  last_30_days: 'Last 30 days',
  last_90_days: 'Last 90 days',
};

/** Every string that a widget shows or speaks, in English. Numbers and dates come in formatted. */
export const english = {
  unknown: '–',
  severities,
  priorities,
  statuses,
  slaMetrics,
  alertTypes,
  periods,

  period: 'Period',
  loading: (what: string) => `Loading ${what}…`,
  retry: 'Try again',
  showMore: 'Show more',
  loadingMore: 'Loading…',
  viewAsTable: 'View as table',
  viewAsChart: 'View as chart',
  updated: (ago: string) => `Updated ${ago}`,
  neverUpdated: 'No data received yet',
  notRefreshed: 'Could not refresh. These are the last known numbers.',
  moreFailed: 'The next page could not be loaded.',
  reference: (id: string) => `Reference: ${id}`,
  unknownSeverity: 'No concerns',

  errors: {
    network: ['The support service could not be reached', 'Check your connection and try again.'],
    timeout: ['The support service is taking too long', 'Try again in a moment.'],
    unauthenticated: ['Your session has ended', 'Sign in again to see support data.'],
    not_found: ['Nothing found here', 'It may have been removed, or you have no access to it.'],
    not_ready: ['The support service is starting', 'Try again in a moment.'],
    invalid_input: ['This cannot be shown', 'The request was not understood.'],
    other: ['Something went wrong', 'The support service could not answer. Try again in a moment.'],
  } satisfies Record<string, readonly [title: string, hint: string]> as Record<string, readonly [string, string]> & {
    other: readonly [string, string];
  },

  overview: {
    title: 'Support metrics',
    customers: (count: number, formatted: string) => plural(count, 'customer', formatted),
    openTickets: 'Open tickets',
    openChange: (change: string) => `${change} vs last week`,
    openUnchanged: 'Same as last week',
    csat: 'Avg CSAT',
    csatOutOf: '/5',
    csatAgainstTarget: (difference: string, target: string) => `${difference} vs target ${target}`,
    csatOnTarget: (target: string) => `On target ${target}`,
    csatNone: 'No ratings in this period',
    escalations: 'Escalations',
    escalationsNew: (count: string) => `+${count} this week`,
    escalationsNoneNew: 'None new this week',
    attention: 'Customers needing attention',
    allCustomers: 'All customers',
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
      `${met} of ${plural(decided, 'ticket', formatted)}`,
    slaMedian: (duration: string) => `median ${duration}`,
    empty: 'No customers yet',
    emptyHint: 'Customers appear here once tickets have been imported and matched to them.',
    emptyCsmHint: 'No customer is assigned to this CSM, or none of them has a ticket yet.',
  },

  customer: {
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
      `${plural(count, 'rating')}, too few for a trend (before: ${previous})`,
    csatFirst: (count: number) => `${plural(count, 'rating')}, none before`,
    csatNone: 'No ratings in this period',
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
    opens: (id: string) => `${id}, opens in the support system`,
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
    volume: 'Ticket volume',
    volumeTime: 'From',
    volumeWeekOf: (day: string) => `Week of ${day}`,
    volumeSoFar: (bucket: string) => `${bucket}, so far`,
    volumeCreated: 'Created',
    volumeResolved: 'Resolved',
    volumeOpen: 'Open at end',
    volumeReadout: (created: string, resolved: string, open: string) =>
      `${created} created, ${resolved} resolved, ${open} open`,
    volumeSummary: (buckets: number, latest: string, most: string, where: string) =>
      `${buckets} points in time. Latest: ${latest}. Most created: ${most}, ${where}.`,
    volumeNone: 'No tickets in this time',
    categories: 'Top issue categories',
    categoriesNone: 'No tickets were created in this period',
    uncategorized: 'Uncategorized',
    otherCategories: 'Other',
    categoryCount: (count: number, formatted: string) => plural(count, 'ticket', formatted),
    alerts: 'Alerts',
    alertsAll: (count: string) => `View all ${count}`,
    alertsFewer: 'View fewer',
    empty: 'No tickets from this customer',
    emptyHint: 'None were found in the last 12 weeks. Tickets appear here once they are imported and matched.',
    unknown: 'This customer is not known here',
    unknownHint: 'It may have been removed, or you have no access to it.',
  },

  alerts: {
    title: 'Alerts',
    severity: 'Severity',
    anySeverity: 'All severities',
    today: 'Today',
    yesterday: 'Yesterday',
    earlier: 'Earlier',
    empty: 'No open alerts',
    emptyHint: 'Spikes, escalations, missed SLAs and low ratings will show up here.',
    emptyFiltered: (severity: string) => `No open alerts of severity ${severity.toLowerCase()}`,
    showAll: 'Show all severities',
  },
};
