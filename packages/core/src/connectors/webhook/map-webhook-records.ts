import * as z from 'zod';
import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { ConnectorPage } from '../connector.js';
import { readRecords } from '../shared/page.js';
import { createEventReader } from './read-event.js';
import { webhookOptionsSchema, type WebhookSettings } from './webhook-options.js';

/**
 * Maps recorded deliveries, one body or a list of them, without asking for signatures: what `cscx-support map` prints.
 * Customers and health scores are no part of a page; a type that is unknown is a warning.
 *
 * @throws InvalidInputError for settings that are none
 * @example
 * const { tickets, skipped } = mapWebhookRecords(JSON.parse(body), { instance: 'helpdesk' });
 */
export const mapWebhookRecords = (document: unknown, options: WebhookSettings): ConnectorPage => {
  const { data: settings, error } = webhookOptionsSchema.safeParse(options);
  if (error) throw InvalidInputError.fromZod('webhook connection', error);
  const readEvent = createEventReader(settings);
  return readRecords(Array.isArray(document) ? document : [document], {
    schema: z.unknown(),
    map(record, warn) {
      const { changes } = readEvent(record, warn);
      if (changes === null) warn('unknown_type', 'type');
      const { patches = [], events = [], removed = [] } = changes ?? {};
      return { tickets: patches.map(({ draft }) => draft), events, removed };
    },
  });
};
