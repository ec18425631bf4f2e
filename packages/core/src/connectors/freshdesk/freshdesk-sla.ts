import type { TicketDraft, VendorVerdict } from '../../model/support-ticket.js';
import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import { instantOrNull } from '../../time/instant.js';
import type { FreshdeskMoments } from './freshdesk-moments.js';
import { type FreshdeskTicketPayload, isSet } from './freshdesk-payload.js';
import { OUTBOUND_EMAIL } from './freshdesk-words.js';

interface SlaPromise {
  due: number | null;
  /** Freshdesk's job for overdue tickets has seen it. */
  isFlagged: boolean;
  /** When it was kept or given up; null: it still runs. */
  endedAt: number | null;
}

/**
 * Freshdesk's word on one promise. Only a flag or an end after the due time is a breach: the flag is missing where a policy
 * has no escalation, and it stays although a due time is put off. While the timer stands still the due time means nothing.
 */
const verdictOf = (
  { due, isFlagged, endedAt }: SlaPromise,
  { isStopped, updated }: { isStopped: boolean; updated: number },
): VendorVerdict | undefined => {
  if (due === null && !isFlagged) return undefined;
  const due_at = isStopped ? null : instantOrNull(due);
  if (isFlagged || (endedAt !== null && due !== null && endedAt > due)) {
    return { is_breached: true, breached_at: due === null ? null : instantOrNull(Math.min(due, updated)), due_at };
  }
  return { is_breached: endedAt !== null || isStopped ? false : null, due_at };
};

/** A ticket that ended without a reply waited for one until its end; of one that was reopened, nobody knows the first end. */
const firstResponseEnd = ({ firstReply, resolved, wasReopened }: FreshdeskMoments): number | null =>
  firstReply ?? (wasReopened ? null : resolved);

/**
 * The verdicts that follow from Freshdesk's due times, which already leave out closed hours. Nobody waits for the first
 * response to a message that an agent sent.
 */
export const freshdeskSla = (
  { source, fr_escalated, is_escalated }: Pick<FreshdeskTicketPayload, 'source' | 'fr_escalated' | 'is_escalated'>,
  moments: FreshdeskMoments,
  { status, isStopped }: { status: TicketStatus; isStopped: boolean },
): NonNullable<TicketDraft['vendor_sla']> => {
  const { firstResponseDue, resolutionDue, resolved, updated } = moments;
  const state = { isStopped: isStopped && isUnresolved(status), updated };
  const first_response =
    source === OUTBOUND_EMAIL
      ? undefined
      : verdictOf({ due: firstResponseDue, isFlagged: isSet(fr_escalated), endedAt: firstResponseEnd(moments) }, state);
  const resolution = verdictOf({ due: resolutionDue, isFlagged: isSet(is_escalated), endedAt: resolved }, state);
  return { ...(first_response && { first_response }), ...(resolution && { resolution }) };
};
