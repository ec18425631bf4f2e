import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import { momentOfSeconds } from '../shared/moments.js';
import { UnreadableRecord, type Warn } from '../shared/page.js';
import type { IntercomRecord } from './intercom-record.js';
import type { IntercomTicketHistory } from './ticket-history.js';

const required = (field: string, seconds: readonly (number | undefined)[]): number[] =>
  seconds
    .filter((value) => value !== undefined)
    .map((value) => {
      const moment = momentOfSeconds(value);
      if (moment === null) throw new UnreadableRecord(field, 'expected seconds since the epoch');
      return moment;
    });

/**
 * When a record began and when it was last touched, in milliseconds since the epoch. A converted conversation began with
 * its first message, and is as new as the newer of the two.
 */
export const recordSpan = ({ conversation, ticket }: IntercomRecord): { created: number; updated: number } => {
  const created = Math.min(...required('created_at', [conversation?.created_at, ticket?.created_at]));
  const updated = required('updated_at', [conversation?.updated_at, ticket?.updated_at]);
  return { created, updated: Math.max(created, ...updated) };
};

/** When a teammate first replied, and when it was resolved; moments before the request itself are dropped. */
export const resolutionMoments = (
  { conversation, ticket }: IntercomRecord,
  created: number,
  status: TicketStatus,
  history: IntercomTicketHistory | null,
  warn: Warn,
) => {
  const possible = (field: string, moment: number | null | undefined): number | null => {
    if (moment == null || moment >= created) return moment ?? null;
    warn('impossible_moment', field);
    return null;
  };
  const { first_admin_reply_at, first_close_at, last_close_at } = conversation?.statistics ?? {};
  // After a reopening the last close stays set: it counts only while the conversation is closed.
  const lastClose = conversation?.state === 'closed' ? momentOfSeconds(last_close_at) : null;
  const resolved = isUnresolved(status) ? null : (history?.resolved ?? lastClose);
  const firstClose = ticket ? history?.firstResolved : momentOfSeconds(first_close_at);
  return {
    first_response: possible(
      'statistics.first_admin_reply_at',
      momentOfSeconds(first_admin_reply_at) ?? history?.firstAdminReply,
    ),
    resolved: possible('statistics.last_close_at', resolved),
    first_resolved: possible('statistics.first_close_at', firstClose),
    closed: status === 'closed' ? possible('statistics.last_close_at', lastClose) : null,
  };
};
