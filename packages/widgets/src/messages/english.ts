import type { AlertType, Severity, TicketPriority } from '@cscx/support-core';

const severities: Record<Severity, string> = { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' };

const priorities: Record<TicketPriority, string> = severities;

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

/**
 * What all widgets say, in English. Numbers and dates come in formatted. What one widget says is in a file of its own:
 * its section is loaded with it.
 */
export const english = {
  /** BCP 47 tag of the words. */
  language: 'en',
  unknown: '–',
  severities,
  priorities,
  alertTypes,

  loading: (what: string) => `Loading ${what}…`,
  retry: 'Try again',
  showMore: 'Show more',
  loadingMore: 'Loading…',
  lastKnown: (reason: string) => `${reason}. These are the last known numbers.`,
  loadedAgo: (ago: string) => `Last loaded ${ago}`,
  offline: 'You are offline',
  moreFailed: 'The next page could not be loaded.',
  reference: (id: string) => `Reference: ${id}`,
  unknownSeverity: 'No concerns',
  notConnected: 'Nothing is connected yet',
  notConnectedHint: 'Numbers appear here once a support system is connected or tickets have been imported.',

  errors: {
    network: ['The support service could not be reached', 'Check your connection and try again.'],
    timeout: ['The support service is taking too long', 'Try again in a moment.'],
    unauthenticated: ['Your session has ended', 'Sign in again to see support data.'],
    forbidden: ['You have no access to this', 'Whoever manages your support data can give it to you.'],
    not_found: ['Nothing found here', 'It may have been removed, or you have no access to it.'],
    not_ready: ['The support service is starting', 'Try again in a moment.'],
    invalid_input: ['This cannot be shown', 'The request was not understood.'],
    crashed: ['This part could not be shown', 'The rest of the page is not affected.'],
    other: ['This could not be loaded', 'Try again in a moment.'],
  } satisfies Record<string, readonly [title: string, hint: string]> as Record<string, readonly [string, string]> & {
    other: readonly [string, string];
  },
};
