import { isOpenAt } from '../../history/ticket-history.js';
import { SLA_METRICS, type SlaMetric } from '../../model/sla-status.js';
import type { AlertFinding } from '../../model/support-alert.js';
import type { AssessedTicket } from '../../sla/assessed-ticket.js';
import { dueMoment } from '../../sla/sla-reading.js';
import { DAY_MS, HOUR_MS, hoursOrNull, instantOrNull } from '../../time/instant.js';
import { about, type AlertContext, type AlertRule, NEWS_DAYS } from '../alert-context.js';

const METRIC_NAMES: Record<SlaMetric, string> = {
  first_response: 'First response',
  resolution: 'Resolution',
};

const slaFinding = (
  context: AlertContext,
  { ticket, history, sla }: AssessedTicket,
  metric: SlaMetric,
  words: Pick<AlertFinding, 'type' | 'title' | 'description'>,
): AlertFinding => {
  const { target, elapsed } = sla[metric];
  return {
    ...about(context),
    ...words,
    severity: ticket.priority,
    evidence: {
      metric,
      priority: ticket.priority,
      target_hours: hoursOrNull(target),
      elapsed_hours: elapsed / HOUR_MS,
      due_at: instantOrNull(dueMoment(sla[metric], history)),
    },
    ticket_ids: [ticket.ticket_id],
    dedupe_key: `${words.type}:${ticket.ticket_id}:${metric}`,
  };
};

/** Applies a rule to each of both clocks of each ticket. */
const eachClock = (
  { tickets }: AlertContext,
  find: (ticket: AssessedTicket, metric: SlaMetric) => AlertFinding | null,
): AlertFinding[] =>
  tickets.flatMap((ticket) => SLA_METRICS.map((metric) => find(ticket, metric)).filter((finding) => finding !== null));

/** A target was missed: on a ticket that is still open, or within the last week. */
export const slaBreach: AlertRule = (context) =>
  eachClock(context, (assessed, metric) => {
    const { verdict, decidedAt } = assessed.sla[metric];
    if (verdict !== 'breached' || decidedAt === null) return null;
    const isNews = context.now - decidedAt <= NEWS_DAYS * DAY_MS;
    if (!isNews && !isOpenAt(assessed.history, context.now)) return null;
    return slaFinding(context, assessed, metric, {
      type: 'sla_breach',
      title: `${METRIC_NAMES[metric]} SLA breached`,
      description: `${METRIC_NAMES[metric]} took longer than its target on a ${assessed.ticket.priority} priority ticket.`,
    });
  });

/** A target will be missed soon if nobody acts. */
export const slaAtRisk: AlertRule = (context) =>
  eachClock(context, (assessed, metric) =>
    assessed.sla[metric].verdict === 'at_risk'
      ? slaFinding(context, assessed, metric, {
          type: 'sla_at_risk',
          title: `${METRIC_NAMES[metric]} SLA at risk`,
          description: `Most of the ${METRIC_NAMES[metric].toLowerCase()} target is used up on a ${assessed.ticket.priority} priority ticket.`,
        })
      : null,
  );
