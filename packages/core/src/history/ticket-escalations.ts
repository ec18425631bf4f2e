import type { TicketRecord } from '../model/support-ticket.js';
import { epochOf } from '../time/instant.js';
import type { TicketHistory } from './ticket-history.js';

/** One escalation of a ticket; `to` is infinite while it stands. */
export interface Escalation {
  from: number;
  to: number;
  reason: string;
}

/** The reason of an escalation that came without one. */
const UNSTATED_REASON = 'unstated';

interface Mark {
  at: number;
  reason: string | null;
  isStart: boolean;
}

const marksOf = (ticket: TicketRecord): Mark[] => {
  const marks: Mark[] = [];
  for (const event of ticket.events ?? []) {
    if (event.type === 'escalated') {
      marks.push({ at: epochOf(event.at), reason: event.reason, isStart: true });
    } else if (event.type === 'deescalated') {
      marks.push({ at: epochOf(event.at), reason: null, isStart: false });
    }
  }
  if (marks.length > 0 || !ticket.is_escalated) return marks.sort((a, b) => a.at - b.at);
  const at = epochOf(ticket.escalated_at ?? ticket.created_at);
  marks.push({ at, reason: ticket.escalation_reason ?? null, isStart: true });
  if (ticket.escalation_status === 'resolved') {
    marks.push({ at: epochOf(ticket.source_updated_at), reason: null, isStart: false });
  }
  return marks;
};

/**
 * The escalations of a ticket up to a moment. An escalation ends when the ticket is de-escalated or
 * resolved, whichever comes first; a vendor that clears its flag later undoes nothing.
 */
export const ticketEscalations = (ticket: TicketRecord, { resolutions }: TicketHistory, asOf: number): Escalation[] => {
  const escalations: Escalation[] = [];
  for (const { at, reason, isStart } of marksOf(ticket)) {
    const last = escalations.at(-1);
    if (at > asOf) break;
    if (!isStart) {
      if (last) last.to = Math.min(last.to, at);
    } else if (!last || last.to <= at) {
      const to = resolutions.find((resolution) => resolution >= at) ?? Infinity;
      escalations.push({ from: at, to, reason: reason ?? UNSTATED_REASON });
    }
  }
  return escalations;
};
