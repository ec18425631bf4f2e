import { CSAT_SCALES, type CsatScale, normalizeCsat } from '../../model/csat-scale.js';
import type { TicketEvent } from '../../model/ticket-event.js';
import { instantOf } from '../../time/instant.js';
import { UnreadableRecord } from '../shared/page.js';
import { ticketId } from '../shared/ticket-id.js';
import type { CsatPayload } from './webhook-payload.js';

const scaleNamed = ({ min, max }: CsatPayload['scale']): CsatScale | null =>
  (Object.keys(CSAT_SCALES) as CsatScale[]).find(
    (name) => CSAT_SCALES[name][0] === min && CSAT_SCALES[name][1] === max,
  ) ?? null;

/**
 * The answer to a survey as an event of its ticket, which need not be known yet. The response's id is the event's, so that
 * a corrected answer replaces the first.
 *
 * @param happenedAt - of the delivery, for one that does not say when the customer answered
 */
export const mapWebhookCsat = (
  { id, ticketId: externalId, score, scale, comment, respondedAt }: CsatPayload,
  instance: string,
  happenedAt: number,
): TicketEvent => {
  const normalized = normalizeCsat(score, [scale.min, scale.max]);
  if (normalized === null) throw new UnreadableRecord('data.score', 'expected a score within the scale');
  return {
    ticket_id: ticketId('webhook', instance, externalId),
    event_id: id,
    at: instantOf(respondedAt ?? happenedAt),
    type: 'csat_received',
    score: normalized,
    feedback: comment ?? null,
    scale: scaleNamed(scale),
  };
};
