import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import { CSAT_RECEIVED, CUSTOMER_UPSERTED, HEALTH_UPDATED, TICKET_UPSERTED } from './__fixtures__/sample-deliveries.js';
import { mapWebhookRecords } from './map-webhook-records.js';
import type { WebhookSettings } from './webhook-options.js';

const settings: WebhookSettings = {
  instance: 'helpdesk',
  status_map: { waiting: 'pending' },
  category_field: 'area',
  escalation_rules: [{ when: [{ field: 'tags', equals: 'exec' }], reason: 'tag "exec"' }],
};

const samples = [TICKET_UPSERTED, CSAT_RECEIVED, CUSTOMER_UPSERTED, HEALTH_UPDATED];

test('one recorded delivery or a list of them becomes a page', () => {
  expect(mapWebhookRecords(TICKET_UPSERTED, settings).tickets).toHaveLength(1);
  const deleted = { ...TICKET_UPSERTED, data: { ...TICKET_UPSERTED.data, deleted: true } };
  const page = mapWebhookRecords(
    [...samples, deleted, { ...HEALTH_UPDATED, type: 'ping' }, { id: 'x', type: 7 }],
    settings,
  );
  expect(page).toMatchObject({
    tickets: [{ ticket_id: 'webhook:helpdesk:T-1042' }],
    events: [{ event_id: 'R-77' }],
    removed: [{ ticket_id: 'webhook:helpdesk:T-1042' }],
    skipped: [{ position: 'x', field: 'type' }],
    warnings: [{ code: 'unknown_type', field: 'type', count: 1 }],
  });
});

test('settings that are none are refused', () => {
  expect(() => mapWebhookRecords([], { instance: '' })).toThrow('webhook connection: instance');
});

/** A sample with one of its values replaced by anything. */
const mutated = fc.constantFrom(...samples).chain((sample) => {
  const keys = Object.keys(sample.data);
  return fc
    .tuple(fc.subarray(keys, { minLength: 1 }), fc.jsonValue(), fc.boolean())
    .map(([chosen, value, isRemoved]) => ({
      ...sample,
      data: Object.fromEntries(
        Object.entries(sample.data).flatMap(([key, old]) =>
          chosen.includes(key) ? (isRemoved ? [] : [[key, value]]) : [[key, old]],
        ),
      ),
    }));
});

test('whatever comes, nothing crashes and what is mapped is valid', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), mutated, fc.array(mutated)), (document) => {
      const page = mapWebhookRecords(document, settings);
      for (const ticket of page.tickets) expect(ticketDraftSchema.safeParse(ticket).error).toBeUndefined();
      for (const event of page.events) expect(ticketEventSchema.safeParse(event).error).toBeUndefined();
      for (const { position, reason } of page.skipped) expect([position, reason]).not.toContain('');
    }),
    { numRuns: 2000 },
  );
});
