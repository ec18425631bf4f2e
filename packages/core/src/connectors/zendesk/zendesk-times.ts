import type { TicketDraft } from '../../model/support-ticket.js';
import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import { instantOrNull } from '../../time/instant.js';
import { momentOfText } from '../shared/moments.js';
import type { Warn } from '../shared/page.js';
import type { ZendeskTicketPayload } from './zendesk-payload.js';

type Times = Pick<TicketDraft, 'first_response_at' | 'resolved_at' | 'first_resolved_at' | 'closed_at'>;

type MetricSet = NonNullable<ZendeskTicketPayload['metric_set']>;

/**
 * The first public reply. Zendesk rounds it down to minutes; one in the first minute counts a second after the creation,
 * since a reply at the creation itself is none.
 */
const firstReply = ({ reply_time_in_seconds, reply_time_in_minutes }: MetricSet, created: number): number | null => {
  const seconds = reply_time_in_seconds?.calendar ?? (reply_time_in_minutes?.calendar ?? Number.NaN) * 60;
  return seconds >= 0 && seconds < Number.MAX_SAFE_INTEGER / 1e6
    ? created + Math.max(1, Math.floor(seconds)) * 1000
    : null;
};

/** A moment before the creation is impossible. */
const afterCreation = (moment: number | null, created: number, field: string, warn: Warn): number | null => {
  if (moment === null || moment >= created) return moment;
  warn('before_creation', field);
  return null;
};

/** The first solution, in minutes after the creation; where nothing was reopened it is the last one, to the second. */
const firstResolution = (
  { reopens, first_resolution_time_in_minutes }: MetricSet,
  created: number,
  resolved: number | null,
): number | null => {
  if (resolved !== null && !reopens) return resolved;
  const minutes = first_resolution_time_in_minutes?.calendar;
  if (minutes == null || minutes < 0 || minutes > 1e8) return null;
  return Math.min(created + Math.floor(minutes * 60_000), resolved ?? Infinity);
};

/** When things happened, as far as a ticket's metric set tells. `solved_at` goes stale on reopening, so the status decides. */
export const timesOf = (
  metrics: ZendeskTicketPayload['metric_set'],
  status: TicketStatus,
  { created, warn }: { created: number; warn: Warn },
): Times => {
  const isResolved = !isUnresolved(status);
  if (isResolved && !metrics?.solved_at) warn('resolution_time_unknown', 'metric_set.solved_at');
  if (!metrics) return { first_response_at: null, resolved_at: null, first_resolved_at: null, closed_at: null };
  const solved = isResolved ? momentOfText(metrics.solved_at) : null;
  const resolved = afterCreation(solved, created, 'metric_set.solved_at', warn);
  const entered = status === 'closed' ? momentOfText(metrics.status_updated_at) : null;
  return {
    first_response_at: instantOrNull(firstReply(metrics, created)),
    resolved_at: instantOrNull(resolved),
    first_resolved_at: instantOrNull(firstResolution(metrics, created, resolved)),
    closed_at: instantOrNull(afterCreation(entered, resolved ?? created, 'metric_set.status_updated_at', warn)),
  };
};
