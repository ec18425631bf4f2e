import type { TicketRecord } from '../model/support-ticket.js';
import { isUnresolved, type TicketStatus } from '../model/ticket-status.js';
import { epochOf } from '../time/instant.js';
import { type Span, spanAt } from './span.js';

/** One escalation of a ticket; `to` is infinite while it stands. */
export interface Escalation {
  from: number;
  to: number;
  reason: string;
  level: string;
}

/** The reason or level of an escalation that came without one. */
const UNSTATED = 'unstated';

const NONE: readonly Escalation[] = [];

interface Mark {
  at: number;
  isStart: boolean;
  reason?: string | null | undefined;
  level?: number | null | undefined;
}

const NO_MARKS: readonly Mark[] = [];

const marksOfEvents = ({ events }: TicketRecord): readonly Mark[] => {
  let marks = NO_MARKS as Mark[];
  for (const event of events ?? []) {
    if (event.type !== 'escalated' && event.type !== 'deescalated') continue;
    if (marks === NO_MARKS) marks = [];
    const at = epochOf(event.at);
    marks.push(
      event.type === 'escalated'
        ? { at, isStart: true, reason: event.reason, level: event.level }
        : { at, isStart: false },
    );
  }
  return marks.length > 1 ? marks.sort((a, b) => a.at - b.at) : marks;
};

/** What the facts alone tell: escalated once, and over if the source says so. */
const marksOfFacts = (ticket: TicketRecord): Mark[] => {
  if (!ticket.is_escalated) return [];
  const { escalation_reason: reason, escalation_level: level } = ticket;
  const start = { at: epochOf(ticket.escalated_at ?? ticket.created_at), isStart: true, reason, level };
  if (ticket.escalation_status !== 'resolved') return [start];
  return [start, { at: Math.max(start.at, epochOf(ticket.source_updated_at)), isStart: false }];
};

/** What is known of a ticket's statuses. */
interface StatusFacts {
  statuses: readonly Span<TicketStatus>[];
  resolutions: readonly number[];
}

/** When an escalation ends by a resolution: at once where the ticket is resolved already. */
const resolutionAfter = ({ statuses, resolutions }: StatusFacts, at: number): number => {
  const status = spanAt(statuses, at);
  if (status !== undefined && !isUnresolved(status)) return at;
  return resolutions.find((resolution) => resolution >= at) ?? Infinity;
};

/**
 * The escalations of a ticket up to a moment. An escalation ends when the ticket is de-escalated or resolved, whichever
 * comes first; a vendor that clears its flag later undoes nothing.
 */
export const ticketEscalations = (ticket: TicketRecord, history: StatusFacts, asOf: number): readonly Escalation[] => {
  if (!ticket.is_escalated && !ticket.events) return NONE;
  const told = marksOfEvents(ticket);
  const escalations: Escalation[] = [];
  for (const { at, isStart, reason, level } of told.length > 0 ? told : marksOfFacts(ticket)) {
    const last = escalations.at(-1);
    if (at > asOf) break;
    if (!isStart) {
      if (last) last.to = Math.min(last.to, at);
    } else if (!last || last.to <= at) {
      escalations.push({
        from: at,
        to: resolutionAfter(history, at),
        reason: reason ?? UNSTATED,
        level: level == null ? UNSTATED : String(level),
      });
    }
  }
  return escalations;
};
