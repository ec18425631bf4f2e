import { createHmac } from 'node:crypto';

/** How a support system proves that a body is its own, whatever is in it. */
export const signBody = {
  zendesk: (body: Uint8Array, { secret, now }: { secret: string; now: number }) => {
    const timestamp = new Date(now).toISOString().replace(/\.\d+/, '');
    const signature = createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
    return {
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': timestamp,
    };
  },
  intercom: (body: Uint8Array, { secret }: { secret: string }) => ({
    'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`,
  }),
  freshdesk: (_body: Uint8Array, { secret }: { secret: string }) => ({ 'x-webhook-secret': secret }),
  webhook: (body: Uint8Array, { secret, now }: { secret: string; now: number }) => {
    const seconds = String(Math.floor(now / 1000));
    const id = createHmac('sha256', 'id').update(body).digest('hex');
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const tag = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest('base64');
    return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${tag}` };
  },
};
