import type { AttentionReason, SlaMetric, SupportAlert, TicketPriority } from '@cscx/support-core';
import type { Format } from '../format/create-format.js';
import type { Messages } from './messages.js';

type Said = Pick<SupportAlert, 'title' | 'description'>;

/** How a language says what the API says in English. Numbers and days come in written. */
export interface ApiPhrases {
  escalations: (count: number, formatted: string, longest: string | null) => string;
  spike: (change: string) => string;
  spikeFromNone: (current: string) => string;
  pastSla: (count: number, formatted: string) => string;
  nearSla: (count: number, formatted: string) => string;
  open: (count: number, formatted: string) => string;
  csat: (score: string) => string;
  csatDown: (previous: string, current: string) => string;
  spikeAlert: (change: string | null, current: string, usual: string) => Said;
  escalationAlert: (since: string) => Said;
  breachAlert: (metric: SlaMetric, priority: TicketPriority) => Said;
  riskAlert: (metric: SlaMetric, priority: TicketPriority) => Said;
  averageAlert: (score: string, count: number, formatted: string, days: string, below: string | null) => Said;
  ratingAlert: (score: string) => Said;
  declineAlert: (decline: string, previous: string, current: string) => Said;
}

/**
 * Words the reasons and alerts of the API anew, from the numbers that stand beside its English. What comes without the
 * numbers, or is of a kind that these phrases do not know, stays English.
 */
export const wordsFromApi = (phrases: ApiPhrases): NonNullable<Messages['fromApi']> => ({
  reason: (reason, format) => sayReason(reason, phrases, format),
  alert: (alert, format) => sayAlert(alert, phrases, format),
});

/** Reads numbers of evidence; null as soon as one of them is missing. */
function numbers<Name extends string>(
  evidence: AttentionReason['evidence'],
  ...names: readonly Name[]
): Record<Name, number> | null {
  const values = names.map((name) => [name, evidence[name]] as const);
  return values.every(([, value]) => typeof value === 'number')
    ? (Object.fromEntries(values) as Record<Name, number>)
    : null;
}

function sayReason({ type, evidence }: AttentionReason, say: ApiPhrases, format: Format): string | null {
  const counted = (phrase: (count: number, formatted: string) => string): string | null => {
    const found = numbers(evidence, 'tickets');
    return found && phrase(found.tickets, format.count(found.tickets));
  };
  switch (type) {
    case 'sla_breached':
      return counted(say.pastSla);
    case 'sla_at_risk':
      return counted(say.nearSla);
    case 'open_tickets':
      return counted(say.open);
    case 'escalation_open': {
      const found = numbers(evidence, 'escalations', 'longest_days');
      if (!found) return null;
      const longest = found.longest_days === 0 ? null : format.duration(24 * found.longest_days);
      return say.escalations(found.escalations, format.count(found.escalations), longest);
    }
    case 'ticket_spike': {
      const change = spikeChange(evidence, format);
      if (change) return say.spike(change);
      const found = numbers(evidence, 'current');
      return found && say.spikeFromNone(format.count(found.current));
    }
    case 'low_csat': {
      const found = numbers(evidence, 'avg_csat');
      return found && say.csat(format.score(found.avg_csat));
    }
    case 'csat_declining': {
      const found = numbers(evidence, 'avg_csat', 'previous_avg_csat');
      return found && say.csatDown(format.score(found.previous_avg_csat), format.score(found.avg_csat));
    }
  }
}

function spikeChange(evidence: AttentionReason['evidence'], format: Format): string | null {
  const found = numbers(evidence, 'change_pct');
  return found && `+${format.percent(Math.round(found.change_pct))}`;
}

function sayAlert({ type, evidence }: SupportAlert, say: ApiPhrases, format: Format): Said | null {
  const { metric, priority, escalated_at } = evidence;
  switch (type) {
    case 'ticket_spike': {
      const found = numbers(evidence, 'current', 'usual');
      return (
        found && say.spikeAlert(spikeChange(evidence, format), format.count(found.current), format.count(found.usual))
      );
    }
    case 'new_escalation':
      return typeof escalated_at === 'string' ? say.escalationAlert(format.day(escalated_at)) : null;
    case 'sla_breach':
      return isMetric(metric) && isPriority(priority) ? say.breachAlert(metric, priority) : null;
    case 'sla_at_risk':
      return isMetric(metric) && isPriority(priority) ? say.riskAlert(metric, priority) : null;
    case 'low_csat': {
      const rating = numbers(evidence, 'csat_score');
      if (rating) return say.ratingAlert(format.count(rating.csat_score));
      const found = numbers(evidence, 'avg_csat', 'csat_responses', 'days');
      if (!found) return null;
      const { avg_csat, csat_responses, days } = found;
      const threshold = numbers(evidence, 'low_csat_below');
      return say.averageAlert(
        format.score(avg_csat),
        csat_responses,
        format.count(csat_responses),
        format.duration(24 * days),
        threshold && format.score(threshold.low_csat_below),
      );
    }
    case 'csat_decline': {
      const found = numbers(evidence, 'avg_csat', 'previous_avg_csat', 'decline_pct');
      if (!found) return null;
      const decline = format.percent(Math.round(found.decline_pct));
      return say.declineAlert(decline, format.score(found.previous_avg_csat), format.score(found.avg_csat));
    }
    case 'recurring_issue':
    case 'stale_sync':
      return null;
  }
}

const isMetric = (value: unknown): value is SlaMetric => value === 'first_response' || value === 'resolution';

const isPriority = (value: unknown): value is TicketPriority =>
  value === 'low' || value === 'medium' || value === 'high' || value === 'critical';
