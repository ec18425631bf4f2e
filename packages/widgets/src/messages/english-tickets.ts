import type { SlaMetric, TicketStatus } from '@cscx/support-core';

const statuses: Record<TicketStatus, string> = {
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

const slaMetrics: Record<SlaMetric, string> = { first_response: 'First response', resolution: 'Resolution' };

/** What stands in a ticket's fields, in English. */
export const englishTickets = { statuses, slaMetrics };
