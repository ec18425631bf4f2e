import * as z from 'zod';
import { ConnectorError } from '../shared/connector-error.js';
import type { PullStream } from '../shared/pull-streams.js';
import type { ZendeskApi } from './zendesk-api.js';
import { readEnvelope } from './zendesk-errors.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { INCLUDE, type TicketPageReader } from './zendesk-ticket-page.js';

const stateSchema = z.object({
  /** Seconds since the epoch; counts only while there is no cursor. */
  start_time: z.number(),
  cursor: z.string().nullable(),
  /** Smaller than the settings say after pages that were too heavy, until the end of the walk. */
  page_size: z.number().nullable(),
});

/** Where the export stands. */
export type TicketExportState = z.infer<typeof stateSchema>;

const envelopeSchema = z.looseObject({
  tickets: z.array(z.unknown()),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean(),
});

const SMALLEST_PAGE = 100;

const HEAVY_CODES: readonly (string | undefined)[] = ['unreadable body', 'timeout'];
const HEAVY_STATUSES: readonly (number | undefined)[] = [502, 504, 524];

/** Large pages break off or time out, again and again. */
const isTooHeavy = (error: unknown): boolean =>
  error instanceof ConnectorError &&
  error.code === 'connector_unavailable' &&
  (HEAVY_CODES.includes(error.vendor_code) || HEAVY_STATUSES.includes(error.status));

/**
 * The cursor export: every ticket by its last change, system changes, archived and deleted ones included. It ends where
 * Zendesk says so and nowhere else: an empty page may be followed by others.
 */
export const ticketStream = (
  { http, exports, clock }: ZendeskApi,
  { page_size }: ZendeskSettings,
  readPage: TicketPageReader,
): PullStream<TicketExportState> => {
  const operation = 'incremental tickets';
  const latestStart = (): number => Math.floor(clock.now() / 1000) - 60;

  const fetchPage = async (state: TicketExportState, signal: AbortSignal | undefined) => {
    const { cursor, start_time } = state;
    const from = cursor === null ? { start_time: Math.min(start_time, latestStart()) } : { cursor };
    let size = state.page_size ?? page_size;
    for (;;) {
      try {
        const search = { ...from, include: INCLUDE, per_page: size };
        const path = 'incremental/tickets/cursor.json';
        const document = await http.json(path, { operation, search, budget: exports, signal });
        return { envelope: readEnvelope(envelopeSchema, document, operation), size };
      } catch (error) {
        if (!isTooHeavy(error) || size <= SMALLEST_PAGE) throw error;
        size = Math.max(SMALLEST_PAGE, Math.floor(size / 2));
      }
    }
  };

  return {
    name: 'tickets',
    capability: null,
    state: stateSchema,
    begin: (since) => ({ start_time: Math.floor((since ?? 0) / 1000), cursor: null, page_size: null }),
    async *pull(state, signal) {
      let at = state;
      for (;;) {
        const { envelope, size } = await fetchPage(at, signal);
        const { after_cursor, end_of_stream } = envelope;
        const smaller = size < page_size && !end_of_stream ? size : null;
        at = { ...at, cursor: after_cursor ?? at.cursor, page_size: smaller };
        yield { page: await readPage(envelope, signal), state: at };
        if (end_of_stream) return;
      }
    },
  };
};
