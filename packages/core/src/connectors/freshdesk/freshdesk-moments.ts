import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import { momentOfText } from '../shared/moments.js';
import { UnreadableRecord, type Warn } from '../shared/page.js';
import type { FreshdeskTicketPayload } from './freshdesk-payload.js';

/** When things happened to a ticket, in milliseconds since the epoch. */
export interface FreshdeskMoments {
  created: number;
  updated: number;
  firstReply: number | null;
  /** The last resolution; null while it is open again. */
  resolved: number | null;
  closed: number | null;
  /** Freshdesk says when last, not how often. */
  wasReopened: boolean;
  firstResponseDue: number | null;
  resolutionDue: number | null;
}

/** A moment without which a record is no ticket. */
const required = (text: string, field: string): number => {
  const moment = momentOfText(text);
  if (moment === null) throw new UnreadableRecord(field, 'expected an ISO-8601 time with an offset');
  return moment;
};

/** A moment that may be absent; one that cannot be read counts as absent, visibly. */
const optional = (value: unknown, field: string, warn: Warn): number | null => {
  if (value == null) return null;
  const moment = typeof value === 'string' ? momentOfText(value) : null;
  if (moment === null) warn('unreadable_time', field);
  return moment;
};

/**
 * Reads the moments of a ticket. One that contradicts its creation is left out with a warning. A status of the
 * administrator's own that means resolved or closed leaves `resolved_at` empty: the ticket then ended when it got its status.
 */
export const readMoments = (payload: FreshdeskTicketPayload, status: TicketStatus, warn: Warn): FreshdeskMoments => {
  const created = required(payload.created_at, 'created_at');
  const { stats } = payload;
  const notBefore = (moment: number | null, field: string): number | null => {
    if (moment === null || moment >= created) return moment;
    warn('before_creation', field);
    return null;
  };
  const stat = (field: keyof NonNullable<typeof stats>): number | null =>
    notBefore(optional(stats?.[field], `stats.${field}`, warn), `stats.${field}`);

  let firstReply = stat('first_responded_at');
  if (firstReply === created) {
    warn('not_after_creation', 'stats.first_responded_at');
    firstReply = null;
  }
  const isDone = !isUnresolved(status);
  const closed = status === 'closed' ? (stat('closed_at') ?? stat('status_updated_at')) : null;
  return {
    created,
    updated: required(payload.updated_at, 'updated_at'),
    firstReply,
    resolved: isDone ? (stat('resolved_at') ?? closed ?? stat('status_updated_at')) : null,
    closed,
    wasReopened: stats?.reopened_at != null,
    firstResponseDue: optional(payload.fr_due_by, 'fr_due_by', warn),
    resolutionDue: optional(payload.due_by, 'due_by', warn),
  };
};
