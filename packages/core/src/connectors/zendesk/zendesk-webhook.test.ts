import { describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../../simulators/shared/simulated-clock.js';
import { signZendeskWebhook, zendeskTicketEvent } from '../../simulators/zendesk/sign-zendesk-webhook.js';
import { createZendeskConnector } from './zendesk-connector.js';
import { ZENDESK_TEST_SECRET } from './zendesk-options.js';
import { isSignedByZendesk } from './zendesk-webhook.js';

const NOW = Date.UTC(2026, 2, 3, 10);
const OLD_SECRET = 'b2xkIHNlY3JldA==';
const NEW_SECRET = 'bmV3IHNlY3JldA==';
const credentials = {
  type: 'api_token',
  email: 'a@b.example',
  token: 't',
  webhook_secrets: [OLD_SECRET, NEW_SECRET],
} as const;

const read = async (request: Request, now = NOW) => {
  const { readWebhook } = createZendeskConnector({
    subdomain: 'acme',
    credentials: { ...credentials, webhook_secrets: [...credentials.webhook_secrets] },
    clock: createSimulatedClock(now),
  });
  if (!readWebhook) throw new Error('no readWebhook');
  return readWebhook(request);
};
const sign = (body: unknown, secret = NEW_SECRET, at = NOW): Promise<Request> =>
  signZendeskWebhook(body, { secret, at });

describe('A4: the signature', () => {
  const timestamp = '2026-01-15T09:30:00Z';
  const isSigned = (body: string, signature: string): Promise<boolean> =>
    isSignedByZendesk({ timestamp, body: new TextEncoder().encode(body), signature }, [ZENDESK_TEST_SECRET]);
  const BODY = '{"ticket_id":"4711","event":"status_changed"}';

  test.each([
    ['a body', BODY, '+ynQFjCV301IIGRsDrRvHk+e6nTdyXnnTg2tofeSVLY='],
    ['no body', '', 'WruCHKQVc8FGDQ3dPYQtjLehCTbP3+MZvtPrHaKH+fA='],
  ])('of %s is over timestamp and body, with the secret as text', async (_, body, signature) => {
    expect(await isSigned(body, signature)).toBe(true);
  });

  test.each([
    ['with the secret decoded', 'Q334mBNoZdKSnvLI5qB8vGtOXq3EdtRNMXgeWTuLipE='],
    ['with a dot after the timestamp', '4poshV0cHSy5YLxauT0Li7HNWInQjiICRaUEBLneZaQ='],
    ['cut short', '+ynQFjCV301IIGRsDrRvHk+e6nTdyXnnTg2tofeS'],
    ['that is none', 'not base64!'],
  ])('%s fails', async (_, signature) => {
    expect(await isSigned(BODY, signature)).toBe(false);
  });

  test('with the public test secret is never accepted', async () => {
    const reading = await read(await sign(zendeskTicketEvent(4711, NOW), ZENDESK_TEST_SECRET));
    expect(reading).toMatchObject({ kind: 'rejected', status: 401 });
    const withIt = { ...credentials, webhook_secrets: [ZENDESK_TEST_SECRET] };
    expect(() => createZendeskConnector({ subdomain: 'acme', credentials: withIt })).toThrow('webhook_secrets.0');
  });

  test('with either of two secrets is accepted, while one is replaced', async () => {
    for (const secret of [OLD_SECRET, NEW_SECRET])
      expect(await read(await sign(zendeskTicketEvent(4711, NOW), secret))).toMatchObject({ kind: 'accepted' });
    expect(await read(await sign(zendeskTicketEvent(4711, NOW), 'another'))).toMatchObject({ status: 401 });
  });

  test.each([
    [-300_000, 'accepted'],
    [300_000, 'accepted'],
    [-301_000, 'rejected'],
    [301_000, 'rejected'],
  ])('%i ms from now is %s', async (offset, kind) => {
    expect(await read(await sign(zendeskTicketEvent(4711, NOW), NEW_SECRET, NOW + offset))).toMatchObject({ kind });
  });

  test('that is missing is 401', async () => {
    const request = new Request('https://support.example/', { method: 'POST', body: '{}' });
    expect(await read(request)).toMatchObject({ kind: 'rejected', status: 401 });
  });
});

describe('A4: a delivery', () => {
  test('of a ticket event says which ticket to read anew; its id is that of the event', async () => {
    expect(await read(await sign(zendeskTicketEvent(4711, NOW)))).toEqual({
      kind: 'accepted',
      delivery_id: '2b6e2c3c-0000-4000-8000-000000004711',
      refetch: ['4711'],
    });
  });

  test.each(['created', 'soft_deleted', 'merged', 'permanently_deleted', 'never_heard_of'])(
    'of a ticket event %s is a poke like any other',
    async (type) => {
      expect(await read(await sign(zendeskTicketEvent(7, NOW, type)))).toMatchObject({ refetch: ['7'] });
    },
  );

  test('without detail is known by its subject', async () => {
    const { detail: _, ...event } = zendeskTicketEvent(7, NOW);
    expect(await read(await sign(event))).toMatchObject({ refetch: ['7'] });
  });

  test('of something else is forgotten', async () => {
    const event = { ...zendeskTicketEvent(7, NOW), type: 'zen:event-type:user.created', subject: 'zen:user:7' };
    expect(await read(await sign(event))).toMatchObject({ kind: 'ignored' });
  });

  test.each([
    { ticket_id: '4711', event: 'status_changed' },
    { ticket_id: 4711 },
    { ticket: { id: '4711', title: 'x' } },
    { id: '4711' },
  ])('of a trigger is found by the ticket’s id: %o', async (body) => {
    expect(await read(await sign(body))).toEqual({
      kind: 'accepted',
      delivery_id: `01JINVOCATION${NOW}`,
      refetch: ['4711'],
    });
  });

  test('of a trigger without a ticket is malformed', async () => {
    expect(await read(await sign({ hello: 1 }))).toMatchObject({ kind: 'rejected', status: 400, field: 'ticket_id' });
  });

  test('that is too large is 413', async () => {
    expect(await read(await sign({ ticket_id: 1, text: 'x'.repeat(300_000) }))).toMatchObject({ status: 413 });
  });
});

test('without secrets there are no webhooks', () => {
  const { readWebhook, capabilities } = createZendeskConnector({
    subdomain: 'acme',
    credentials: { type: 'api_token', email: 'a@b.example', token: 't' },
  });
  expect(readWebhook).toBeUndefined();
  expect(capabilities).not.toContain('webhooks');
});
