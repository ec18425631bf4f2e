import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createFreshdeskWebhook } from './freshdesk-webhook.js';

const NEW = 'a-new-secret-of-this-year';
const OLD = 'the-secret-of-last-year';
const read = createFreshdeskWebhook({ header: 'X-Webhook-Secret', secrets: [NEW, OLD] });

const request = (headers: Record<string, string>, body = '{"ticket_id":18}'): Request =>
  new Request('https://hooks.example/', { method: 'POST', headers, body });

const basic = (user: string, password: string) => ({ authorization: `Basic ${btoa(`${user}:${password}`)}` });

describe('who sent it (B4): nothing is signed, a secret is shared', () => {
  test.each([
    ['the secret in the header', { 'x-webhook-secret': NEW }],
    ['the one before it, while it is replaced', { 'x-webhook-secret': OLD }],
    ['the password of basic authentication, whatever the user', basic('freshdesk', NEW)],
  ])('%s is accepted', async (_, headers) => {
    expect(await read(request(headers))).toEqual({ kind: 'accepted', delivery_id: null, refetch: ['18'] });
  });

  test.each([
    ['nothing', {}],
    ['an empty header', { 'x-webhook-secret': '' }],
    ['another secret', { 'x-webhook-secret': `${NEW}x` }],
    ['a part of the secret', { 'x-webhook-secret': NEW.slice(0, -1) }],
    ['the secret in another header', { 'x-secret': NEW }],
    ['the secret as the user', basic(NEW, 'x')],
    ['broken basic authentication', { authorization: 'Basic %%%' }],
    ['a signature, which rules do not send', { 'x-freshworks-signature': NEW }],
  ])('%s is rejected', async (_, headers) => {
    expect(await read(request(headers))).toMatchObject({ kind: 'rejected', status: 401 });
  });

  test('an empty secret opens nothing', async () => {
    const open = createFreshdeskWebhook({ header: 'X-Webhook-Secret', secrets: [''] });
    expect(await open(request({ 'x-webhook-secret': '' }))).toMatchObject({ kind: 'rejected', status: 401 });
  });
});

describe('of which ticket (B4)', () => {
  const genuine = (body: string): Request => request({ 'x-webhook-secret': NEW }, body);

  test.each([
    ['an advanced body', '{"id": "18", "subject": "x"}', ['18']],
    ['a nested ticket', '{"event":"update","ticket":{"id":18}}', ['18']],
    [
      'quotation marks in a subject, which make it invalid JSON',
      '{"subject":"the "big" one\n","ticket_id":"18"}',
      ['18'],
    ],
    [
      'XML',
      '<freshdesk_webhook><ticket_id type="x">18</ticket_id></freshdesk_webhook>'.replace(' type="x"', ''),
      ['18'],
    ],
    ['a form', 'ticket_id=18&ticket_status=Open', ['18']],
    ['an address only', '{"url":"https://acme.freshdesk.com/helpdesk/tickets/18"}', ['18']],
    ['the same ticket twice', '{"ticket_id":18,"ticket_url":"https://acme.freshdesk.com/a/tickets/18"}', ['18']],
  ])('%s', async (_, body, refetch) => {
    expect(await read(genuine(body))).toMatchObject({ kind: 'accepted', refetch });
  });

  test('the simple body only says which ticket: its labels are no data', async () => {
    const body = await readFile(new URL('__fixtures__/webhook-simple.json', import.meta.url), 'utf8');
    expect(await read(genuine(body))).toEqual({ kind: 'accepted', delivery_id: null, refetch: ['18'] });
  });

  test('a body without a ticket is refused, and one too large is not read', async () => {
    expect(await read(genuine('{"hello":1}'))).toMatchObject({ kind: 'rejected', status: 400, field: 'ticket_id' });
    expect(await read(genuine(' '.repeat(300_000)))).toMatchObject({ kind: 'rejected', status: 413 });
  });

  test('a long body of near misses is quick', async () => {
    expect(await read(genuine('ticket_id"'.repeat(20_000)))).toMatchObject({ kind: 'rejected', status: 400 });
    expect(await read(genuine(`ticket_id${' '.repeat(200_000)}`))).toMatchObject({ kind: 'rejected', status: 400 });
  });
});
