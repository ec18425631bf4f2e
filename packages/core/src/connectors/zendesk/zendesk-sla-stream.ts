import * as z from 'zod';
import { momentOfText } from '../shared/moments.js';
import { readRecords } from '../shared/page.js';
import { type ListPosition, lookBackStream } from './look-back-stream.js';
import type { ZendeskApi } from './zendesk-api.js';
import { readEnvelope } from './zendesk-errors.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { slaEventReading } from './zendesk-sla-events.js';

const DAY_S = 86_400;

const envelopeSchema = z.object({
  ticket_metric_events: z.array(z.unknown()),
  /** By time, up to 1000 rows. */
  end_time: z.number().nullish(),
  end_of_stream: z.boolean().nullish(),
  /** By cursor, up to 100 rows. */
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
});

type Envelope = z.infer<typeof envelopeSchema>;

const lastTime = (events: readonly unknown[]): number => {
  const last = events.at(-1);
  const time: unknown = typeof last === 'object' && last !== null ? Reflect.get(last, 'time') : undefined;
  return Math.floor((momentOfText(typeof time === 'string' ? time : null) ?? 0) / 1000);
};

/**
 * Goes on by time, which is ten times as fast, wherever the time advances; a second that fills more than a page, and rows
 * that lie in the future, are walked by cursor.
 */
const nextPosition = (envelope: Envelope, position: ListPosition, latest: number): ListPosition | null => {
  const { meta, end_time, end_of_stream, ticket_metric_events: events } = envelope;
  const isLast = position.isPaged ? meta?.has_more !== true : (end_of_stream ?? events.length === 0);
  if (isLast) return null;
  const time = position.isPaged ? lastTime(events) : (end_time ?? 0);
  if (time > position.start_time && time <= latest) return { start_time: time, after: null, isPaged: false };
  return { start_time: position.start_time, after: meta?.after_cursor ?? null, isPaged: true };
};

/** The list of ticket metric events: Zendesk's own word on its SLAs. A breach is taken back by changing an old row. */
export const slaStream = ({ http, exports, clock }: ZendeskApi, settings: ZendeskSettings) => {
  const reading = slaEventReading(settings);
  return lookBackStream({
    name: 'sla_events',
    capability: 'sla',
    clock,
    lookback: settings.sla_lookback_days * DAY_S,
    every: settings.lookback_every_hours * 3600,
    overlap: 3600,
    async readPage(position, signal) {
      const operation = 'ticket metric events';
      const { start_time, after, isPaged } = position;
      const search = {
        start_time,
        ...(isPaged && { 'page[size]': 100, 'page[after]': after ?? undefined }),
      };
      const path = 'incremental/ticket_metric_events.json';
      const document = await http.json(path, { operation, search, budget: exports, signal });
      const envelope = readEnvelope(envelopeSchema, document, operation);
      const latest = Math.floor(clock.now() / 1000) - 60;
      return {
        // Rows of the boundary second come on both pages; an event is known by its id.
        page: readRecords(envelope.ticket_metric_events, reading),
        next: nextPosition(envelope, position, latest),
      };
    },
  });
};
