import { describe, expect, test } from 'vitest';
import { describePushContract } from '../../testing/connector-contract/describe-push-contract.js';
import { createReceiving, SECRET } from './__fixtures__/receiving.js';
import { CSAT_RECEIVED, CUSTOMER_UPSERTED, HEALTH_UPDATED, TICKET_UPSERTED } from './__fixtures__/sample-deliveries.js';
import { createWebhookConnector } from './webhook-connector.js';
import type { WebhookSettings } from './webhook-options.js';

describe('the webhook connector keeps the contract of what is sent to', () => {
  describePushContract({
    test,
    async createFixture() {
      const { connector, sender } = createReceiving();
      const forger = createReceiving({}, ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']).sender;
      const [signed, forged, csat, deletion] = await Promise.all([
        sender.deliver(TICKET_UPSERTED),
        forger.deliver(TICKET_UPSERTED),
        sender.deliver(CSAT_RECEIVED),
        sender.deliver({ ...TICKET_UPSERTED, data: { ...TICKET_UPSERTED.data, deleted: true } }),
      ]);
      return {
        connector,
        webhook: { signed: () => signed.clone(), forged: () => forged.clone() },
        deliveries: { sla: () => signed.clone(), csat: () => csat.clone(), deletions: () => deletion.clone() },
      };
    },
  });
});

describe('what is refused before anything is received', () => {
  const create = (secrets: string[], settings: Partial<WebhookSettings> = {}) =>
    createWebhookConnector({ instance: 'helpdesk', ...settings, credentials: { type: 'signing_secrets', secrets } });

  test.each([
    ['an empty secret', ''],
    ['a prefix without a key, as of a truncated variable', 'whsec_'],
    ['a key of 16 bytes', 'whsec_AAAAAAAAAAAAAAAAAAAAAA=='],
    ['the alphabet for URLs', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa-_'],
    ['a version before the prefix', `v1,${SECRET}`],
    ['a public key of another scheme', 'whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    ['a base64 that breaks off', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwA'],
  ])('%s is no secret, and the message does not quote it', (_, secret) => {
    let message = '';
    try {
      create([SECRET, secret]);
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/^InvalidInputError: webhook connection: credentials\.secrets\.1: expected /);
    expect(message).not.toContain(secret.slice(8) || 'nothing');
  });

  test('a text of 23 bytes is too short for stripe and github, one of 24 is not', () => {
    for (const scheme of ['stripe', 'github'] as const) {
      expect(() => create(['x'.repeat(23)], { scheme })).toThrow('at least 24 bytes');
      expect(() => create(['x'.repeat(24)], { scheme })).not.toThrow();
    }
  });

  test('a connection without secrets, with an unknown setting or a colon in its name', () => {
    expect(() => create([])).toThrow('secrets: expected at least one secret');
    expect(() => create([SECRET], { tolerance: 5 } as never)).toThrow('tolerance: unknown field');
    expect(() => create([SECRET], { instance: 'a:b' })).toThrow('instance: expected letters');
  });
});

describe('what is accepted', () => {
  test('a customer and a health score are changes of their own', async () => {
    const { sender, read } = createReceiving();
    expect(await read(await sender.deliver(CUSTOMER_UPSERTED))).toMatchObject({
      kind: 'accepted',
      refetch: [],
      changes: {
        customers: [
          {
            customer_id: 'cust_42',
            name: 'Globex',
            domains: ['globex.example'],
            external_ids: { salesforce: ['001dM00003jU9H2QAK'], intercom: ['68aa01f2c0ffee0000000001'] },
          },
        ],
      },
    });
    expect(await read(await sender.deliver(HEALTH_UPDATED))).toMatchObject({
      changes: { health_scores: [{ customer_id: 'cust_42', health_score: 72, at: '2026-08-20T06:00:00Z' }] },
    });
  });

  test('a type that is not known is ignored, whatever its data', async () => {
    const { sender, read } = createReceiving();
    const request = await sender.deliver({ type: 'ticket.commented', data: 'anything' }, { id: 'msg_x' });
    expect(await read(request)).toEqual({
      kind: 'ignored',
      delivery_id: 'msg_x',
      reason: 'a type that is not known here',
    });
  });

  test('a repetition after 70 hours has its own time and the same delivery_id', async () => {
    const { clock, sender, read } = createReceiving();
    const first = await read(await sender.deliver(TICKET_UPSERTED, { id: 'msg_1' }));
    clock.advance(70 * 3_600_000);
    const again = await read(await sender.deliver(TICKET_UPSERTED, { id: 'msg_1' }));
    expect(first).toMatchObject({ kind: 'accepted', delivery_id: 'msg_1' });
    expect(again).toEqual(first);
  });
});

describe('what is malformed', () => {
  const { data } = TICKET_UPSERTED;
  const { data: csat } = CSAT_RECEIVED;

  test.each([
    ['type', { data }],
    ['timestamp', { ...TICKET_UPSERTED, timestamp: '2026-08-20T10:15:30' }],
    ['version', { ...TICKET_UPSERTED, version: 2 }],
    ['data', { ...TICKET_UPSERTED, data: undefined }],
    ['data.id', { ...TICKET_UPSERTED, data: { ...data, id: '' } }],
    ['data.id', { ...TICKET_UPSERTED, data: { ...data, id: 'x'.repeat(256) } }],
    ['data.updatedAt', { ...TICKET_UPSERTED, data: { ...data, updatedAt: null } }],
    ['data.createdAt', { ...TICKET_UPSERTED, data: { ...data, createdAt: '2026-08-18 09:12' } }],
    ['data.createdAt', { ...TICKET_UPSERTED, data: { ...data, createdAt: '2026-08-18T09:12:44' } }],
    ['data.status', { ...TICKET_UPSERTED, data: { ...data, status: 'Waiting' } }],
    ['data.status', { ...TICKET_UPSERTED, data: { ...data, status: null } }],
    ['data.priority', { ...TICKET_UPSERTED, data: { ...data, priority: 'P1' } }],
    ['data.tags.1', { ...TICKET_UPSERTED, data: { ...data, tags: ['a', 7] } }],
    ['data.sla.status', { ...TICKET_UPSERTED, data: { ...data, sla: { status: 'green' } } }],
    ['data.scale', { ...CSAT_RECEIVED, data: { ...csat, scale: undefined } }],
    ['data.scale', { ...CSAT_RECEIVED, data: { ...csat, scale: { min: 5, max: 5 } } }],
    ['data.score', { ...CSAT_RECEIVED, data: { ...csat, score: 11 } }],
    ['data.ticketId', { ...CSAT_RECEIVED, data: { ...csat, ticketId: null } }],
    ['data.score', { ...HEALTH_UPDATED, data: { customerId: 'a', score: 101 } }],
    ['data.name', { ...CUSTOMER_UPSERTED, data: { id: 'a', name: '' } }],
    ['data.contacts.0', { ...CUSTOMER_UPSERTED, data: { id: 'a', contacts: ['nobody'] } }],
  ])('is answered with 400 and the path %s', async (field, body) => {
    const { sender, read } = createReceiving();
    const request = await sender.deliver(TICKET_UPSERTED, { body: JSON.stringify(body) });
    const reading = await read(request);
    expect(reading).toMatchObject({ kind: 'rejected', status: 400, field });
    expect(JSON.stringify(reading)).not.toMatch(/globex|Waiting|Export/);
  });

  test.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['a list', '[]'],
  ])('a genuine body that is %s is answered with 400', async (_, body) => {
    const { sender, read } = createReceiving();
    expect(await read(await sender.deliver(TICKET_UPSERTED, { body }))).toMatchObject({ status: 400, field: '' });
  });

  test('a byte order mark before the JSON does no harm', async () => {
    const { sender, read } = createReceiving();
    const body = `\uFEFF${JSON.stringify(TICKET_UPSERTED)}`;
    expect(await read(await sender.deliver(TICKET_UPSERTED, { body }))).toMatchObject({ kind: 'accepted' });
  });

  test('what is larger than the limit is answered with 413, also without a content-length', async () => {
    const { sender, read } = createReceiving();
    const body = JSON.stringify({ ...TICKET_UPSERTED, padding: 'x'.repeat(256 * 1024) });
    const request = await sender.deliver(TICKET_UPSERTED, { body });
    expect(request.headers.get('content-length')).toBeNull();
    expect(await read(request)).toMatchObject({ kind: 'rejected', status: 413 });
    expect(
      await createReceiving({ max_bytes: 1_000_000 }).read(await sender.deliver(TICKET_UPSERTED, { body })),
    ).toMatchObject({ kind: 'accepted' });
  });
});
