import { describe, expect, test } from 'vitest';
import { hubSignature } from '../../simulators/intercom/intercom-notification.js';
import { readIntercomWebhook } from './intercom-webhook.js';

const SECRET = 'test_client_secret';
/** The vector of the facts, 1.8. */
const PING = '{"type":"notification_event","topic":"ping"}';
const PING_SIGNATURE = 'sha1=59dc376710f2bb3f57a9fdb4921361641556cfb1';

const post = (body: string, signature: string | null) =>
  new Request('https://metrics.example/webhooks/intercom', {
    method: 'POST',
    headers: signature === null ? {} : { 'X-Hub-Signature': signature },
    body,
  });

const read = (request: Request, secrets: string[] = [SECRET]) =>
  readIntercomWebhook(request, { app_id: 'abc123', secrets });

const notification = async (topic: string, item: unknown, fields: object = {}) => {
  const body = JSON.stringify({
    type: 'notification_event',
    id: 'notif_1',
    topic,
    app_id: 'abc123',
    data: { type: 'notification_event_data', item },
    ...fields,
  });
  return read(post(body, await hubSignature(body, SECRET)));
};

describe('the signature of a notification (1.8; 7.6)', () => {
  test('of the documented vector is right', async () => {
    expect(await read(post(PING, PING_SIGNATURE))).toEqual({ kind: 'ignored', delivery_id: null, reason: 'a ping' });
  });
  test('may be written in capital letters', async () => {
    expect(await read(post(PING, `sha1=${PING_SIGNATURE.slice(5).toUpperCase()}`))).toMatchObject({ kind: 'ignored' });
  });
  test('may be of any of several secrets, while one is replaced', async () => {
    expect(await read(post(PING, PING_SIGNATURE), ['new', SECRET])).toMatchObject({ kind: 'ignored' });
  });
  test.each([
    ['missing', null],
    ['without its prefix', PING_SIGNATURE.slice(5)],
    ['with another prefix', PING_SIGNATURE.replace('sha1', 'sha256')],
    ['with a prefix in capital letters', PING_SIGNATURE.replace('sha1', 'SHA1')],
    ['too short', PING_SIGNATURE.slice(0, -2)],
    ['no hexadecimal', `sha1=${'g'.repeat(40)}`],
    ['of something else', PING_SIGNATURE.replace('59', '58')],
    ['empty', ''],
  ])('that is %s is refused', async (_, signature) => {
    expect(await read(post(PING, signature))).toMatchObject({
      kind: 'rejected',
      status: 401,
      field: 'x-hub-signature',
    });
  });
  test('is of the bytes, not of the JSON in them', async () => {
    expect(await read(post(PING.replace(':', ': '), PING_SIGNATURE))).toMatchObject({ kind: 'rejected', status: 401 });
  });
  test.each([[['']], [['other']], [[]]])('is never right under %j', async (secrets) => {
    expect(await read(post(PING, PING_SIGNATURE), secrets)).toMatchObject({ kind: 'rejected', status: 401 });
  });
});

describe('a notification (1.8; 7.6)', () => {
  const accepted = (id: string) => ({ kind: 'accepted', delivery_id: 'notif_1', refetch: [id] });

  test.each([
    ['conversation.user.replied', { type: 'conversation', id: '512' }],
    ['conversation.rating.added', { type: 'conversation', id: '512', conversation_rating: { rating: 5 } }],
    ['conversation.deleted', { id: '512' }],
    ['conversation_part.tag.created', { type: 'conversation', id: 512 }],
    ['conversation_part.tag.created', { type: 'conversation_part', id: '9', conversation: { id: '512' } }],
    ['ticket.resolved', { type: 'ticket', id: '512' }],
    ['ticket.closed', { type: 'ticket_closed', id: '7', ticket: { type: 'ticket', id: '512' } }],
    ['ticket.something.new', { type: 'ticket', id: '512' }],
  ])('%s says which ticket to read anew', async (topic, item) => {
    expect(await notification(topic, item)).toEqual(accepted('512'));
  });

  test.each(['ping', 'contact.merged', 'company.created', 'conversation.read'])('%s is ignored', async (topic) => {
    expect(await notification(topic, { id: '512' })).toMatchObject({ kind: 'ignored', delivery_id: 'notif_1' });
  });

  test('of another workspace with the same app is ignored', async () => {
    expect(await notification('ticket.resolved', { id: '512' }, { app_id: 'other' })).toMatchObject({
      kind: 'ignored',
    });
  });

  test('that comes again has the same delivery id', async () => {
    const item = { type: 'conversation', id: '512' };
    const first = await notification('conversation.admin.closed', item);
    expect(await notification('conversation.admin.closed', item, { delivery_attempts: 2 })).toEqual(first);
  });

  test('HEAD, which checks the address, is ignored without a signature', async () => {
    expect(await read(new Request('https://metrics.example/', { method: 'HEAD' }))).toMatchObject({ kind: 'ignored' });
  });

  test('that is genuine but malformed is refused with the field', async () => {
    const signed = async (body: string) => read(post(body, await hubSignature(body, SECRET)));
    expect(await signed('not JSON')).toMatchObject({ kind: 'rejected', status: 400, field: '' });
    expect(await signed('{"topic":7}')).toMatchObject({ kind: 'rejected', status: 400, field: 'topic' });
    expect(await notification('ticket.resolved', {})).toMatchObject({
      kind: 'rejected',
      status: 400,
      field: 'data.item.id',
    });
  });

  test('larger than 256 KiB is refused unread', async () => {
    expect(await read(post('x'.repeat(300_000), PING_SIGNATURE))).toMatchObject({ kind: 'rejected', status: 413 });
  });
});
