import { ticketFactsSchema } from '../../../model/support-ticket.js';
import type { BoundMapping } from '../mapping/bind-mapping.js';
import { isHttpUrl } from '../../shared/http-url.js';
import type { Rejection, TicketSnapshot } from './ticket-snapshot.js';
import type { Warn } from './warning-counter.js';

/** Database indexes take no longer keys. */
const LONGEST_ID = 255;

const isEmail = (text: string): boolean => ticketFactsSchema.shape.requester_email.safeParse(text).success;

const mapWords = (snapshot: TicketSnapshot, bound: BoundMapping, warn: Warn): void => {
  const { fallback } = bound.mapping.values;
  const { raw_status, raw_priority } = snapshot;
  if (raw_status !== undefined) {
    const status = bound.statusOf(raw_status);
    if (status === undefined) warn('unknown_word', 'status', raw_status);
    if (status !== null) snapshot.status = status ?? fallback.status;
  }
  if (raw_priority !== undefined) {
    const priority = bound.priorityOf(raw_priority);
    if (priority === undefined) warn('unknown_word', 'priority', raw_priority);
    if (priority !== null) snapshot.priority = priority ?? fallback.priority;
  }
};

const dropInvalid = (snapshot: TicketSnapshot, warn: Warn): void => {
  const { requester_email, external_url } = snapshot;
  if (requester_email !== undefined && !isEmail(requester_email)) {
    warn('not_an_email', 'requester_email');
    delete snapshot.requester_email;
  }
  if (external_url !== undefined && !isHttpUrl(external_url)) {
    warn('not_a_web_address', 'external_url');
    delete snapshot.external_url;
  }
};

const mapEscalation = (snapshot: TicketSnapshot, record: unknown, { escalationRules }: BoundMapping): void => {
  const rule = escalationRules.find(({ applies }) => applies(record));
  if (rule !== undefined) {
    const { reason, level } = rule.outcome;
    snapshot.is_escalated = true;
    if (reason !== undefined) snapshot.escalation_reason ??= reason;
    if (level !== undefined) snapshot.escalation_level ??= level;
  } else if (snapshot.escalated_at !== undefined) {
    snapshot.is_escalated ??= true;
  } else if (escalationRules.length > 0) {
    snapshot.is_escalated ??= false;
  }
};

/**
 * Translates one record into our words. A date that cannot be read rejects the record; any other bad
 * value is left out and counted.
 */
export const mapTicketSnapshot = (record: unknown, bound: BoundMapping, warn: Warn): TicketSnapshot | Rejection => {
  const external_id = bound.externalId(record);
  if (external_id === null) return { field: 'external_id', reason: 'required, but the record has none' };
  if (external_id.length > LONGEST_ID)
    return { field: 'external_id', reason: `expected at most ${LONGEST_ID} characters` };
  const snapshot: TicketSnapshot = { external_id };

  for (const { field, read } of bound.moments) {
    const text = read(record);
    if (text === null) continue;
    const moment = bound.dateOf(text);
    if (moment === null)
      return { field, reason: `expected a date in the format ${[bound.mapping.dates.format].flat().join(' or ')}` };
    snapshot[field] = moment;
  }
  for (const { field, read } of bound.texts) {
    const text = read(record);
    if (text !== null) snapshot[field] = text;
  }
  for (const { field, read, isInverted } of bound.flags) {
    const text = read(record);
    if (text === null) continue;
    const flag = bound.flagOf(text);
    if (typeof flag === 'boolean') snapshot[field] = flag !== isInverted;
    else warn('not_a_boolean', field);
  }
  for (const { field, read } of bound.counts) {
    const text = read(record);
    if (text === null) continue;
    if (/^-?\d{1,9}$/.test(text)) snapshot[field] = Number(text);
    else warn('not_a_number', field);
  }
  const tags = bound
    .tags?.(record)
    ?.split(/[;,]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  if (tags !== undefined) snapshot.tags = tags;
  const scoreText = bound.csatScore?.(record) ?? null;
  if (scoreText !== null) {
    const score = bound.scoreOf?.(scoreText) ?? null;
    if (score === 'out_of_range') warn('csat_out_of_range', 'csat_score');
    else if (score !== null) snapshot.csat_score = score;
  }
  mapWords(snapshot, bound, warn);
  dropInvalid(snapshot, warn);
  mapEscalation(snapshot, record, bound);
  const category = bound.categoryRules.find(({ applies }) => applies(record))?.outcome;
  if (category !== undefined) snapshot.category = category;
  return snapshot;
};
