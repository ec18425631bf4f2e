import type { TicketDraft } from '../../model/support-ticket.js';
import { type CsatScale, normalizeCsat } from '../../model/csat-scale.js';
import { instantOfText } from '../shared/moments.js';
import { type RecordReading, UnreadableRecord, type Warn } from '../shared/page.js';
import { ticketId } from '../shared/ticket-id.js';
import type { ZendeskSettings } from './zendesk-options.js';
import {
  type ZendeskRatingPayload,
  zendeskRatingSchema,
  type ZendeskSurveyResponsePayload,
  zendeskSurveyResponseSchema,
  type ZendeskTicketPayload,
} from './zendesk-payload.js';

type Satisfaction = Pick<TicketDraft, 'csat_score' | 'csat_feedback' | 'csat_scale' | 'csat_offered'>;

/** Good and bad answers; the others tell whether the customer was asked. */
const ANSWERS: Readonly<Record<string, number>> = { good: 5, bad: 1 };
const OFFERS: Readonly<Record<string, boolean>> = { offered: true, good: true, bad: true, unoffered: false };

const unanswered = (csat_offered: boolean | null): Satisfaction => ({
  csat_score: null,
  csat_feedback: null,
  csat_scale: null,
  csat_offered,
});

/**
 * What a ticket itself tells of its survey. With the new surveys it says good or bad only, a 3 of 5 as bad: then the
 * answer is left to the survey response.
 */
export const satisfactionOf = (
  rating: ZendeskTicketPayload['satisfaction_rating'],
  { survey_points }: ZendeskSettings,
  warn: Warn,
): Satisfaction => {
  const { score, comment } = typeof rating === 'string' ? { score: rating } : (rating ?? {});
  if (!score) return unanswered(null);
  const word = score.toLowerCase();
  const isOffered = OFFERS[word];
  if (isOffered === undefined) warn('unknown_csat_score', 'satisfaction_rating.score');
  const csat_score = ANSWERS[word];
  if (csat_score === undefined || survey_points !== undefined) return unanswered(isOffered ?? null);
  return { csat_score, csat_feedback: comment || null, csat_scale: 'binary', csat_offered: true };
};

/** Reads the list of satisfaction ratings: one that was only offered is no answer. */
export const ratingReading = ({ subdomain }: ZendeskSettings): RecordReading<ZendeskRatingPayload> => ({
  schema: zendeskRatingSchema,
  map({ id, ticket_id, score, comment, created_at, updated_at }, warn) {
    const word = score.toLowerCase();
    const answer = ANSWERS[word];
    if (answer === undefined) {
      if (OFFERS[word] === undefined) warn('unknown_csat_score', 'score');
      return null;
    }
    const at = instantOfText(updated_at) ?? instantOfText(created_at);
    if (at === null) throw new UnreadableRecord('updated_at', 'expected an ISO-8601 time');
    return {
      events: [
        {
          type: 'csat_received',
          ticket_id: ticketId('zendesk', subdomain, String(ticket_id)),
          event_id: `zendesk:satisfaction_rating:${id}`,
          at,
          score: answer,
          feedback: comment || null,
          scale: 'binary',
        },
      ],
    };
  },
});

const SURVEY_SCALES: Readonly<Record<2 | 3 | 5, CsatScale>> = { 2: 'binary', 3: 'three_point', 5: 'five_point' };

const TICKET_ZRN = /^zen:ticket:(\d+)$/;

const ticketOf = ({ subjects }: ZendeskSurveyResponsePayload): string | undefined => {
  for (const { id, zrn } of subjects ?? []) {
    const named = zrn == null ? id : TICKET_ZRN.exec(zrn)?.[1];
    if (named != null) return String(named);
  }
  return undefined;
};

const openAnswer = ({ answers }: ZendeskSurveyResponsePayload): string | null => {
  const value = answers?.find(({ type }) => type === 'open_ended')?.value;
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Reads the responses to the new CSAT surveys, with ratings from 1 to the points of the scale. */
export const surveyReading = ({
  subdomain,
  survey_points = 5,
}: ZendeskSettings): RecordReading<ZendeskSurveyResponsePayload> => ({
  schema: zendeskSurveyResponseSchema,
  map(response, warn) {
    const answer = response.answers?.find(({ rating }) => rating != null);
    if (!answer) return null;
    const score = normalizeCsat(answer.rating, [1, survey_points]);
    if (score === null) {
      warn('unknown_csat_score', 'answers.rating');
      return null;
    }
    const ticket = ticketOf(response);
    if (ticket === undefined) throw new UnreadableRecord('subjects', 'expected a ticket among the subjects');
    const at = instantOfText(answer.updated_at) ?? instantOfText(answer.created_at);
    if (at === null) throw new UnreadableRecord('answers.updated_at', 'expected an ISO-8601 time');
    return {
      events: [
        {
          type: 'csat_received',
          ticket_id: ticketId('zendesk', subdomain, ticket),
          event_id: `zendesk:survey_response:${response.id}`,
          at,
          score,
          feedback: openAnswer(response),
          scale: SURVEY_SCALES[survey_points],
        },
      ],
    };
  },
});
