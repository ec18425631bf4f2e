import * as z from 'zod';
import type { ConnectorPage } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import { ConnectorError } from '../shared/connector-error.js';
import { instantOfSeconds } from '../shared/moments.js';
import { readRecords, UnreadableRecord } from '../shared/page.js';
import type { PullStream } from '../shared/pull-streams.js';
import { ticketId } from '../shared/ticket-id.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import { deletedSchema } from './intercom-payload.js';
import { idText } from './intercom-record.js';

/** The most that the endpoint gives. */
const PER_PAGE = 60;

const OPERATION = 'conversations/deleted';

const stateSchema = z.object({
  /** What was deleted before is known; seconds since the epoch. */
  after: z.number(),
  /** The latest deletion of the walk that is under way; null: none is. */
  latest: z.number().nullable(),
  page: z.int().min(1),
});

type DeletedState = z.infer<typeof stateSchema>;

const listSchema = z.object({
  conversations: z.array(z.unknown()),
  pages: z.object({ next: z.unknown() }).nullish(),
});

const bad = (code: 'connector_bad_response' | 'connector_stalled', expected: string): ConnectorError =>
  new ConnectorError(code, expected, { connector: 'intercom', operation: OPERATION });

/** Reads rows of the list of deleted conversations, which carry an id and a time and nothing else. */
export const readDeleted = (rows: readonly unknown[], appId: string): ConnectorPage =>
  readRecords(rows, {
    schema: deletedSchema,
    map: ({ id, deleted_at }) => {
      const text = idText(id);
      if (text === null) throw new UnreadableRecord('id', 'expected an id');
      const ticket_id = ticketId('intercom', appId, text);
      return { removed: [{ ticket_id, reason: 'deleted', source_updated_at: instantOfSeconds(deleted_at) }] };
    },
  });

const deletedAt = (row: unknown): number => deletedSchema.safeParse(row).data?.deleted_at ?? 0;

/**
 * The stream of deleted conversations, the latest first, back to what is known. What is deleted meanwhile moves the others
 * to later pages: they come twice, none is missed. The first pull has nothing to remove and begins with the present.
 */
export const deletedConversations = ({
  http,
  clock,
  app_id,
  overlap_seconds,
}: {
  http: VendorHttp;
  clock: ConnectorClock;
  app_id: string;
  overlap_seconds: number;
}): PullStream<DeletedState> => ({
  name: 'deleted',
  capability: 'deletions',
  state: stateSchema,
  begin: () => ({ after: Math.floor(clock.now() / 1000), latest: null, page: 1 }),
  async *pull({ after, latest: reached, page: first }, signal) {
    let latest = reached ?? after;
    let previous = '';
    for (let page = first; ; page += 1) {
      const search = { page, per_page: PER_PAGE, order: 'desc' };
      const body = listSchema.safeParse(await http.json(OPERATION, { operation: OPERATION, search, signal })).data;
      if (!body) throw bad('connector_bad_response', 'expected conversations');
      const key = JSON.stringify(body.conversations);
      if (key === previous) throw bad('connector_stalled', 'the vendor gave the same page twice');
      previous = key;
      const rows = body.conversations.filter((row) => deletedAt(row) >= after - overlap_seconds);
      latest = Math.max(latest, ...rows.map(deletedAt));
      const isLast = rows.length < body.conversations.length || body.conversations.length === 0 || !body.pages?.next;
      const state = isLast ? { after: latest, latest: null, page: 1 } : { after, latest, page: page + 1 };
      yield { page: readDeleted(rows, app_id), state };
      if (isLast) return;
    }
  },
});
