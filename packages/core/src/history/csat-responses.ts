import { type CsatScale, normalizeCsat } from '../model/csat-scale.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
import { epochOf } from '../time/instant.js';

/** A satisfaction score on 1..5 and when it counts. */
export interface CsatResponse {
  at: number;
  score: number;
  /** The scale on which it was given, where that is known. */
  scale: CsatScale | null;
  feedback: string | null;
  /** Whether an event of the history tells it; else the ticket's own facts. */
  isEvent: boolean;
}

const NONE: readonly CsatResponse[] = [];

type CsatEvent = Extract<TicketEvent, { type: 'csat_received' }>;

/** The score that the ticket itself carries: it counts when it was given, else when the ticket was resolved, else never. */
const responseOfFacts = (ticket: TicketRecord): CsatResponse | null => {
  const { csat_score, csat_responded_at, csat_scale, csat_feedback, resolved_at, closed_at } = ticket;
  if (csat_score == null) return null;
  const score = normalizeCsat(csat_score);
  const at = csat_responded_at ?? resolved_at ?? closed_at;
  if (score === null || !at) return null;
  return { at: epochOf(at), score, scale: csat_scale ?? null, feedback: csat_feedback ?? null, isEvent: false };
};

/** An event that does not tell its scale was given on the ticket's. */
const responseOfEvent = ({ at, score, scale, feedback }: CsatEvent, ticket: TicketRecord): CsatResponse => ({
  at: epochOf(at),
  score,
  scale: scale ?? ticket.csat_scale ?? null,
  feedback: feedback ?? null,
  isEvent: true,
});

/** The answers that events tell, in order; one that was changed since stands under the same id and replaces itself. */
const toldResponses = (ticket: TicketRecord): CsatResponse[] => {
  const byId = new Map<string, CsatResponse>();
  for (const event of ticket.events ?? []) {
    if (event.type !== 'csat_received') continue;
    const response = responseOfEvent(event, ticket);
    const known = byId.get(event.event_id);
    if (!known || response.at >= known.at) byId.set(event.event_id, response);
  }
  return [...byId.values()].sort((a, b) => a.at - b.at);
};

const hasResponse = ({ events }: TicketRecord): boolean =>
  events?.some(({ type }) => type === 'csat_received') === true;

/**
 * The responses to a ticket's survey up to a moment, in order; a later one replaces those before it. The score in the
 * ticket's facts is the last of those that the events tell, unless it says that it was given later: it is not counted twice.
 */
export const csatResponses = (ticket: TicketRecord, asOf: number): readonly CsatResponse[] => {
  const fact = responseOfFacts(ticket);
  if (!hasResponse(ticket)) return fact && fact.at <= asOf ? [fact] : NONE;
  const responses = toldResponses(ticket);
  const last = responses.at(-1);
  if (fact && last && ticket.csat_responded_at && fact.at > last.at) responses.push(fact);
  return responses.filter(({ at }) => at <= asOf);
};
