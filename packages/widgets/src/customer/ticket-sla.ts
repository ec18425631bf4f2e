import type { SlaMetric, SlaStatus, SupportTicket } from '@cscx/support-core';
import type { IconName } from '../parts/AnyIcon.js';
import type { Tone } from '../parts/tone.js';
import type { Words } from '../provider/words.js';

/** How a ticket's SLA stands, in a word or two. */
export interface TicketSla {
  label: string;
  /** Both clocks, one after the other. */
  detail: string;
  tone: Tone;
  icon: IconName;
}

interface Clock {
  metric: SlaMetric;
  status: SlaStatus;
  /** Milliseconds until the target is used up; null where that is not known. */
  left: number | null;
}

/** Says the worst of a ticket's two clocks: breached, about to be, running, paused, met. */
export function ticketSla(ticket: SupportTicket, now: number, { format, messages }: Words): TicketSla {
  const { sla } = messages.customer;
  const clocks = [
    clock('first_response', ticket.sla_first_response_status, ticket.sla_first_response_due_at, now),
    clock('resolution', ticket.sla_resolution_status, ticket.sla_resolution_due_at, now),
  ];
  const has = (status: SlaStatus): boolean => clocks.some((each) => each.status === status);
  const say = ({ status, left }: Clock): string => {
    const isDue = (status === 'pending' || status === 'at_risk') && left !== null;
    if (isDue) return left > 0 ? sla.due(format.countdown(left)) : sla.overdue;
    return sla[status];
  };
  const detail = clocks.map((each) => `${messages.slaMetrics[each.metric]}: ${say(each)}`).join(' · ');

  const atRisk = clocks
    .filter(({ status }) => status === 'at_risk')
    .toSorted((a, b) => (a.left ?? 0) - (b.left ?? 0))[0];
  if (has('breached')) return { label: sla.breached, detail, tone: 'bad', icon: 'warning' };
  if (atRisk) return { label: say(atRisk), detail, tone: 'warn', icon: 'hourglass' };
  if (has('pending')) return { label: sla.pending, detail, tone: 'good', icon: 'check' };
  if (has('paused')) return { label: sla.paused, detail, tone: 'neutral', icon: 'pause' };
  if (has('met')) return { label: sla.met, detail, tone: 'good', icon: 'check' };
  return { label: sla.not_applicable, detail, tone: 'neutral', icon: 'dash' };
}

const clock = (metric: SlaMetric, status: SlaStatus, dueAt: string | null | undefined, now: number): Clock => ({
  metric,
  status,
  left: dueAt ? Date.parse(dueAt) - now : null,
});
