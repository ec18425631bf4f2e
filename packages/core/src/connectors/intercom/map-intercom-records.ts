import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { ConnectorPage } from '../connector.js';
import { readDeleted } from './deleted-conversations.js';
import { intercomOptionsSchema, type IntercomSettings } from './intercom-options.js';
import { noContext } from './intercom-record.js';
import { mapIntercomRows } from './map-intercom-rows.js';
import { createIntercomMapping } from './map-intercom-ticket.js';

type Kind = 'conversations' | 'tickets' | 'deleted' | 'other' | 'unknown';
type Rows = Record<Kind, unknown[]>;

/** Records that hold no ticket: what is looked up besides them. */
const OTHER_TYPES: readonly unknown[] = ['admin', 'team', 'contact', 'user', 'lead', 'company'];

/** Keys under which an answer of one of the endpoints keeps its records. */
const LISTS = ['conversations', 'tickets', 'admins', 'teams'] as const;

/** Lists and envelopes within each other: more than any payload has. */
const DEEPEST = 4;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const kindOf = (record: Record<string, unknown>): Kind => {
  if ('deleted_at' in record && !('created_at' in record)) return 'deleted';
  if (record.type === 'conversation') return 'conversations';
  if (record.type === 'ticket') return 'tickets';
  return OTHER_TYPES.includes(record.type) ? 'other' : 'unknown';
};

/** Sorts what a document holds: a record, a list, an endpoint's envelope, or a notification. */
const sortInto = (rows: Rows, document: unknown, depth: number): void => {
  const within = (part: unknown): void => sortInto(rows, part, depth + 1);
  if (depth > DEEPEST || !isObject(document)) return void rows.unknown.push(document);
  if (Array.isArray(document)) return document.forEach(within);
  const list = LISTS.find((name) => Array.isArray(document[name]));
  if (list !== undefined) return within(document[list]);
  if (document.type === 'list' && Array.isArray(document.data)) return within(document.data);
  if (document.type === 'notification_event') {
    const item = isObject(document.data) ? document.data.item : undefined;
    return within(isObject(item) && isObject(item.ticket) && item.type !== 'conversation' ? item.ticket : item);
  }
  rows[kindOf(document)].push(document);
};

/**
 * Maps recorded answers of any of the endpoints that the connector reads, and notifications: one record, a list or an
 * envelope. A conversation and the ticket of the same id become one draft. Names of assignees and companies that only a
 * further request would tell are absent.
 *
 * @throws InvalidInputError for settings that are not right
 * @example
 * const { tickets, skipped } = mapIntercomRecords(JSON.parse(text), { app_id: 'abc123' });
 */
export const mapIntercomRecords = (document: unknown, options: IntercomSettings): ConnectorPage => {
  const settings = intercomOptionsSchema.safeParse(options);
  if (!settings.success) throw InvalidInputError.fromZod('intercom connection', settings.error);
  const rows: Rows = { conversations: [], tickets: [], deleted: [], other: [], unknown: [] };
  sortInto(rows, document, 0);
  const page = mapIntercomRows(rows, createIntercomMapping(settings.data), noContext);
  const reason = 'expected a conversation, a ticket, or a list of them';
  const unknown = rows.unknown.map((record, index) => ({ position: `#${index + 1}`, field: 'type', reason, record }));
  return {
    ...page,
    removed: [...page.removed, ...readDeleted(rows.deleted, settings.data.app_id).removed],
    skipped: [...page.skipped, ...unknown, ...readDeleted(rows.deleted, settings.data.app_id).skipped],
  };
};
