import { type CsatScale, normalizeCsat } from '../../model/csat-scale.js';
import { instantOfText } from '../shared/moments.js';
import { type MappedRecord, UnreadableRecord, type Warn } from '../shared/page.js';
import { ticketId } from '../shared/ticket-id.js';
import type { FreshdeskRatingPayload } from './freshdesk-payload.js';

/** A place on a scale; Freshdesk's numbers are names, not amounts: between 100 and -101 lies one step. */
const PLACES: Readonly<Record<string, readonly [place: number, scale: CsatScale]>> = {
  103: [7, 'seven_point'],
  102: [6, 'seven_point'],
  101: [5, 'seven_point'],
  100: [4, 'seven_point'],
  '-101': [3, 'seven_point'],
  '-102': [2, 'seven_point'],
  '-103': [1, 'seven_point'],
  // Surveys of old: 1 is happy, 3 is unhappy.
  1: [3, 'three_point'],
  2: [2, 'three_point'],
  3: [1, 'three_point'],
};

/**
 * Makes an event of the answer to a survey's main question; answers to further questions are of other things. An answer
 * that is edited keeps its id.
 *
 * @throws UnreadableRecord for an answer without a readable time
 */
export const mapFreshdeskRating = (
  { id, ticket_id, ratings, feedback, created_at }: FreshdeskRatingPayload,
  domain: string,
  warn: Warn,
): MappedRecord => {
  const at = instantOfText(created_at);
  if (at === null) throw new UnreadableRecord('created_at', 'expected an ISO-8601 time with an offset');
  const answer = ratings['default_question'];
  const word = typeof answer === 'number' || typeof answer === 'string' ? String(answer) : null;
  const [place, scale] = (word !== null && Object.hasOwn(PLACES, word) && PLACES[word]) || [];
  const score = normalizeCsat(place, scale);
  if (score === null || scale === undefined) {
    warn('unknown_csat_score', 'ratings.default_question', typeof answer === 'number' ? word : null);
    return {};
  }
  const ticket = ticketId('freshdesk', domain, String(ticket_id));
  const type = 'csat_received' as const;
  return {
    events: [{ ticket_id: ticket, event_id: `csat:${id}`, at, type, score, feedback: feedback || null, scale }],
  };
};
