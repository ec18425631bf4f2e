import type { z } from 'zod';
import type { WebhookChanges } from '../connector.js';
import { instantOf } from '../../time/instant.js';
import { UnreadableRecord, type Warn } from '../shared/page.js';
import { mapWebhookCsat } from './map-webhook-csat.js';
import { mapWebhookCustomer } from './map-webhook-customer.js';
import { createTicketMapper } from './map-webhook-ticket.js';
import type { ReadWebhookSettings } from './webhook-options.js';
import {
  csatPayloadSchema,
  customerPayloadSchema,
  type Envelope,
  envelopeSchema,
  healthPayloadSchema,
  ticketPayloadSchema,
} from './webhook-payload.js';

/** What one delivery changes; null: nothing that is known here. */
export type EventChanges = Partial<Omit<WebhookChanges, 'warnings'>> | null;

const parse = <Payload>(schema: z.ZodType<Payload>, value: unknown, path: readonly string[]): Payload => {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  const [issue] = error.issues;
  throw new UnreadableRecord(
    [...path, ...(issue?.path ?? []).map(String)].join('.'),
    issue?.message ?? 'expected another form',
  );
};

/**
 * Makes the reader of verified deliveries. It throws an {@link UnreadableRecord} with the path of the field that is wrong.
 */
export const createEventReader = (
  settings: ReadWebhookSettings,
): ((document: unknown, warn: Warn) => { envelope: Envelope; changes: EventChanges }) => {
  const { instance } = settings;
  const mapTicket = createTicketMapper(settings);

  /** A type that is not here is passed over: senders may add some at any time. */
  const types = new Map<string, (envelope: Envelope, warn: Warn) => EventChanges>([
    [
      'ticket.upserted',
      ({ data, timestamp }, warn) => {
        const change = mapTicket(parse(ticketPayloadSchema, data, ['data']), timestamp, warn);
        return 'draft' in change ? { patches: [change] } : { removed: [change] };
      },
    ],
    [
      'csat.received',
      ({ data, timestamp }) => ({
        events: [mapWebhookCsat(parse(csatPayloadSchema, data, ['data']), instance, timestamp)],
      }),
    ],
    [
      'customer.upserted',
      ({ data }, warn) => ({
        customers: [mapWebhookCustomer(parse(customerPayloadSchema, data, ['data']), warn)],
      }),
    ],
    [
      'health.updated',
      ({ data, timestamp }) => {
        const { customerId, score, measuredAt } = parse(healthPayloadSchema, data, ['data']);
        const at = instantOf(measuredAt ?? timestamp);
        return { health_scores: [{ customer_id: customerId, health_score: score, at }] };
      },
    ],
  ]);

  return (document, warn) => {
    const envelope = parse(envelopeSchema, document, []);
    return { envelope, changes: types.get(envelope.type)?.(envelope, warn) ?? null };
  };
};
