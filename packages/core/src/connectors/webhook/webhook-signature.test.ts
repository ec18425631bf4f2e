import { Buffer } from 'node:buffer';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { createReceiving, SECRET, VECTOR_SECONDS } from './__fixtures__/receiving.js';
import { TICKET_UPSERTED } from './__fixtures__/sample-deliveries.js';

const OTHER = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const TEXT_SECRET = 'a secret that both sides know';
const URL = 'https://support.example/hook';

/** The vector of the facts, section 3.2. */
const VECTOR = {
  body: '{"type":"ticket.upserted","timestamp":"2026-08-20T10:00:00Z","data":{"id":"T-1"}}',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  signature: 'v1,axwku3ToPisTC6TCabDHeRci6bT3yPg+IYSt6vh4D5g=',
};

const vectorHeaders = (headers: Record<string, string> = {}) => ({
  'webhook-id': VECTOR.id,
  'webhook-timestamp': String(VECTOR_SECONDS),
  'webhook-signature': VECTOR.signature,
  ...headers,
});

const post = (headers: HeadersInit, body: BodyInit = VECTOR.body): Request =>
  new Request(URL, { method: 'POST', headers, body });

/** What becomes of a request, in two words. */
const outcome = async (request: Request, secrets: readonly string[] = [SECRET]): Promise<string> => {
  const reading = await createReceiving({}, secrets).read(request);
  return reading.kind === 'rejected' ? `${reading.status} ${reading.field}` : reading.kind;
};

describe('Standard Webhooks', () => {
  test('the vector passes, and the sender of the tests signs it the same way', async () => {
    expect(await outcome(post(vectorHeaders()))).toBe('accepted');
    const { sender } = createReceiving();
    const request = await sender.deliver(TICKET_UPSERTED, { id: VECTOR.id, body: VECTOR.body });
    expect(request.headers.get('webhook-signature')).toBe(VECTOR.signature);
  });

  test.each([
    ['a text', VECTOR.body],
    ['a Buffer', Buffer.from(VECTOR.body)],
    ['a Uint8Array', new TextEncoder().encode(VECTOR.body)],
    ['an ArrayBuffer', new TextEncoder().encode(VECTOR.body).buffer],
    ['a stream', new Blob([VECTOR.body]).stream()],
  ])('a body that came as %s passes', async (_, body) => {
    const init = { method: 'POST', headers: vectorHeaders(), body, duplex: 'half' };
    expect(await outcome(new Request(URL, init as RequestInit))).toBe('accepted');
  });

  test('a Headers object passes, which the library itself does not read', async () => {
    const headers = new Headers(vectorHeaders());
    expect(await outcome(post(headers))).toBe('accepted');
    const verify = () => new Webhook(SECRET).verify(VECTOR.body, headers as never);
    expect(verify).toThrow('Missing required headers');
  });

  test.each([
    ['two signatures of which one is valid', `v1,${'A'.repeat(43)}= ${VECTOR.signature}`],
    ['one of another version beside it', `v1a,AAAA v2,BBBB ${VECTOR.signature}`],
  ])('%s pass', async (_, signature) => {
    expect(await outcome(post(vectorHeaders({ 'webhook-signature': signature })))).toBe('accepted');
  });

  test.each([
    ['only v1a', { 'webhook-signature': VECTOR.signature.replace('v1,', 'v1a,') }],
    ['no version', { 'webhook-signature': VECTOR.signature.slice(3) }],
    ['a signature in hex', { 'webhook-signature': `v1,${'ab'.repeat(32)}` }],
    ['an empty signature', { 'webhook-signature': 'v1,' }],
    ['none at all', { 'webhook-signature': '' }],
    ['another id', { 'webhook-id': 'msg_other' }],
    ['no id', { 'webhook-id': '' }],
    ['another time', { 'webhook-timestamp': String(VECTOR_SECONDS + 1) }],
    ['no time', { 'webhook-timestamp': '' }],
    ['a time that only begins with a number', { 'webhook-timestamp': `${VECTOR_SECONDS}junk` }],
    ['a time in milliseconds', { 'webhook-timestamp': String(VECTOR_SECONDS * 1000) }],
  ])('%s is answered with 401', async (_, headers) => {
    expect(await outcome(post(vectorHeaders(headers)))).toMatch(/^401 webhook-/);
  });

  test('JSON that was parsed and written anew, one byte more, and bytes that are no UTF-8 are answered with 401', async () => {
    const spaced = JSON.stringify(JSON.parse(VECTOR.body), null, 1);
    for (const body of [spaced, `${VECTOR.body} `, new Uint8Array([...Buffer.from(VECTOR.body), 0xff]), '']) {
      expect(await outcome(post(vectorHeaders(), body))).toBe('401 webhook-signature');
    }
  });

  test('an id with a dot is refused although it is signed: it could pass for a time', async () => {
    const { sender, read } = createReceiving();
    const request = await sender.deliver(TICKET_UPSERTED, { id: 'msg.1' });
    expect(await read(request)).toMatchObject({ status: 401, field: 'webhook-id' });
  });

  test.each([
    [-301, 'rejected'],
    [-300, 'accepted'],
    [300, 'accepted'],
    [301, 'rejected'],
  ])('a time %i s from ours is %s', async (seconds, kind) => {
    const { clock, sender, read } = createReceiving();
    const request = await sender.deliver(TICKET_UPSERTED, { at: clock.now() + seconds * 1000 });
    expect(await read(request)).toMatchObject({ kind, ...(kind === 'rejected' && { status: 401 }) });
  });

  test('the tolerance can be set', async () => {
    const { clock, sender, read } = createReceiving({ tolerance_seconds: 10 });
    const request = await sender.deliver(TICKET_UPSERTED, { at: clock.now() - 11_000 });
    expect(await read(request)).toMatchObject({ status: 401, field: 'webhook-timestamp' });
  });

  test('while a secret is replaced, either side may be first', async () => {
    const { sender } = createReceiving();
    const deliver = (secrets: string[]) => sender.deliver(TICKET_UPSERTED, { secrets });
    expect(await outcome(await deliver([SECRET]), [OTHER, SECRET])).toBe('accepted');
    expect(await outcome(await deliver([SECRET, OTHER]), [OTHER])).toBe('accepted');
    expect(await outcome(await deliver([SECRET]), [OTHER])).toBe('401 webhook-signature');
  });
});

describe('neighbouring schemes', () => {
  test.each([
    ['standard', SECRET],
    ['svix', SECRET],
    ['stripe', 'whsec_stripe_takes_the_whole_text_as_key'],
    ['github', TEXT_SECRET],
  ] as const)('%s: genuine passes, another secret or body does not', async (scheme, secret) => {
    const { sender, read } = createReceiving({ scheme }, [secret]);
    const other = scheme === 'stripe' || scheme === 'github' ? 'x'.repeat(32) : OTHER;
    expect(await read(await sender.deliver(TICKET_UPSERTED, { id: 'msg_1' }))).toMatchObject({
      kind: 'accepted',
      delivery_id: 'msg_1',
    });
    const rejected = { kind: 'rejected', status: 401 };
    expect(await read(await sender.deliver(TICKET_UPSERTED, { secrets: [other] }))).toMatchObject(rejected);
    const { headers } = await sender.deliver(TICKET_UPSERTED);
    expect(await read(post(headers, '{}'))).toMatchObject(rejected);
  });

  test('a delivery of one scheme is refused by a connection of another', async () => {
    const schemes = ['standard', 'svix', 'stripe', 'github'] as const;
    for (const sent of schemes) {
      const { sender } = createReceiving({ scheme: sent });
      for (const expected of schemes.filter((scheme) => scheme !== sent)) {
        const { read } = createReceiving({ scheme: expected });
        expect(await read(await sender.deliver(TICKET_UPSERTED))).toMatchObject({ kind: 'rejected', status: 401 });
      }
    }
  });

  test('stripe: the time is checked both ways, and one of several v1 is enough', async () => {
    const secret = 'whsec_stripe_takes_the_whole_text_as_key';
    const { clock, sender, read } = createReceiving({ scheme: 'stripe' }, [secret]);
    const at = (seconds: number) => sender.deliver(TICKET_UPSERTED, { at: clock.now() + seconds * 1000 });
    for (const seconds of [-301, 301]) expect(await read(await at(seconds))).toMatchObject({ status: 401 });
    expect(await read(await sender.deliver(TICKET_UPSERTED, { secrets: ['another', secret] }))).toMatchObject({
      kind: 'accepted',
    });
    const unsigned = { 'stripe-signature': `t=${VECTOR_SECONDS},v0=${'00'.repeat(32)}` };
    expect(await read(post(unsigned))).toMatchObject({ status: 401, field: 'stripe-signature' });
  });

  test('github: hex of either case passes, a missing prefix does not', async () => {
    const { sender, read } = createReceiving({ scheme: 'github' }, [TEXT_SECRET]);
    const request = await sender.deliver(TICKET_UPSERTED);
    const body = await request.clone().text();
    const signature = request.headers.get('x-hub-signature-256') ?? '';
    const given = (value: string) => post({ 'x-hub-signature-256': value }, body);
    expect(await read(given(`sha256=${signature.slice(7).toUpperCase()}`))).toMatchObject({ kind: 'accepted' });
    expect(await read(given(signature.slice(7)))).toMatchObject({ status: 401 });
  });
});
