import type { SupportSignals } from '../attention/support-signals.js';
import { openEscalations } from '../escalations/escalation-summary.js';
import { isOpenAt } from '../history/ticket-history.js';
import type { CsatSummary } from '../model/csat-summary.js';
import type { SlaStatus } from '../model/sla-status.js';
import type { AssessedTicket } from '../sla/assessed-ticket.js';
import { DAY_MS } from '../time/instant.js';
import { findSpike, weeklyVolumes } from '../volume/weekly-volume.js';
import type { ReportContext } from './report-options.js';

const countWith = (tickets: readonly AssessedTicket[], status: SlaStatus): number =>
  tickets.filter(({ sla }) => sla.first_response.status === status || sla.resolution.status === status).length;

/** What the attention score looks at, as of the end of the report. */
export const customerSignals = (
  tickets: readonly AssessedTicket[],
  csat: CsatSummary,
  { asOf, period, thresholds }: ReportContext,
): SupportSignals => {
  const open = tickets.filter(({ history }) => isOpenAt(history, asOf));
  const weeks = weeklyVolumes(tickets, { now: asOf, timezone: period.range.timezone });
  return {
    escalation_days: openEscalations(tickets, asOf).map(({ since }) => (asOf - since) / DAY_MS),
    spike: findSpike(weeks, {
      factor: thresholds.spike_factor,
      minTickets: thresholds.spike_min_tickets,
    }),
    open_tickets: open.length,
    open_breached: countWith(open, 'breached'),
    open_at_risk: countWith(open, 'at_risk'),
    csat,
    low_csat_below: thresholds.low_csat_below,
    low_csat_min_responses: thresholds.low_csat_min_responses,
  };
};
