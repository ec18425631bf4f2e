import { normalizeCsat } from '../model/csat-scale.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { epochOf } from '../time/instant.js';

/** A satisfaction score on 1..5 and when it counts. */
export interface CsatResponse {
  at: number;
  score: number;
}

const NONE: readonly CsatResponse[] = [];

/** The score that the ticket itself carries: it counts when it was given, else when the ticket was resolved, else never. */
const responseOfFacts = ({ csat_score, csat_responded_at, resolved_at, closed_at }: TicketRecord) => {
  if (csat_score == null) return null;
  const score = normalizeCsat(csat_score);
  const at = csat_responded_at ?? resolved_at ?? closed_at;
  return score === null || !at ? null : { at: epochOf(at), score };
};

/** The responses to a ticket's survey up to a moment, in order; a later one replaces those before it. */
export const csatResponses = (ticket: TicketRecord, asOf: number): readonly CsatResponse[] => {
  const fact = responseOfFacts(ticket);
  if (!ticket.events) return fact && fact.at <= asOf ? [fact] : NONE;
  const responses = ticket.events
    .flatMap((event) => (event.type === 'csat_received' ? [{ at: epochOf(event.at), score: event.score }] : []))
    .sort((a, b) => a.at - b.at);
  const last = responses.at(-1);
  if (fact && (!last || (ticket.csat_responded_at && fact.at > last.at))) responses.push(fact);
  return responses.filter(({ at }) => at <= asOf);
};
