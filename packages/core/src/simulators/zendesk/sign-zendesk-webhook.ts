import { timeOf } from './zendesk-lists.js';

const base64 = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));

/**
 * A delivery as Zendesk makes it: signed over the timestamp and the body.
 *
 * @param options.at - milliseconds since the epoch
 */
export const signZendeskWebhook = async (
  content: unknown,
  { secret, at }: { secret: string; at: number },
): Promise<Request> => {
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const body = JSON.stringify(content);
  const timestamp = timeOf(at);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encode(secret), hmac, false, ['sign']);
  const signature = base64(await crypto.subtle.sign('HMAC', key, encode(timestamp + body)));
  return new Request('https://support.example/api/support/webhooks/zendesk', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-id': '01JWEBHOOK',
      'x-zendesk-webhook-invocation-id': `01JINVOCATION${at}`,
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': timestamp,
    },
  });
};

/** The body of an event subscription's delivery: text for every id, statuses in capitals, nothing of SLA or CSAT. */
export const zendeskTicketEvent = (number: number, at: number, type = 'status_changed') => ({
  type: `zen:event-type:ticket.${type}`,
  account_id: 1,
  id: `2b6e2c3c-0000-4000-8000-${String(number).padStart(12, '0')}`,
  time: timeOf(at),
  zendesk_event_version: '2022-11-06',
  subject: `zen:ticket:${number}`,
  detail: { id: String(number), status: 'SOLVED', updated_at: timeOf(at), via: { channel: 'email' } },
  event: { current: 'SOLVED', previous: 'OPEN', meta: { sequence: { id: 'AB12', position: 1, total: 1 } } },
});
