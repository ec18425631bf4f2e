import { normalizeCsat } from '../../model/csat-scale.js';
import type { TicketDraft } from '../../model/support-ticket.js';
import { instantOrNull } from '../../time/instant.js';
import { momentOfSeconds } from '../shared/moments.js';
import type { Warn } from '../shared/page.js';
import type { IntercomConversation } from './intercom-payload.js';

type Rating = Pick<TicketDraft, 'csat_score' | 'csat_feedback' | 'csat_responded_at' | 'csat_scale' | 'csat_offered'>;

/**
 * A person's rating of the teammates. `created_at` is when it was asked for, `updated_at` (from version 2.14 on) when it
 * was answered. What Fin was rated (`ai_agent.rating`) and the rating that a model guessed ("CX Score rating") are not
 * this.
 */
export const humanRating = (conversation: IntercomConversation | null, created: number, warn: Warn): Rating => {
  const rating = conversation?.conversation_rating ?? null;
  const score = normalizeCsat(rating?.rating);
  if (score === null) {
    if (rating?.rating != null) warn('unknown_csat_score', 'conversation_rating.rating');
    // Without an object nobody can tell whether the contact was asked.
    return { csat_score: null, csat_offered: rating ? true : null };
  }
  const answered = momentOfSeconds(rating?.updated_at);
  return {
    csat_score: score,
    csat_feedback: rating?.remark || null,
    csat_responded_at: instantOrNull(answered !== null && answered >= created ? answered : null),
    csat_scale: 'five_point',
    csat_offered: true,
  };
};
