import type { WebhookScheme } from '../../connectors/webhook/webhook-options.js';

/** What is sent. */
export interface SentEvent {
  type: string;
  data: unknown;
  /** When it happened. @default now */
  timestamp?: string | undefined;
  /** Other keys of the body. */
  [key: string]: unknown;
}

/** What is out of the ordinary about a delivery. */
export interface DeliveryOptions {
  /** The same for every attempt. @default a new one */
  id?: string | undefined;
  /** Milliseconds since the epoch of this attempt. @default now */
  at?: number | undefined;
  /** Signs with these, all of them, as while a secret is replaced. @default the sender's */
  secrets?: readonly string[] | undefined;
  /** The body as it goes over the wire. @default the event as JSON */
  body?: string | Uint8Array<ArrayBuffer> | undefined;
}

/** Something that sends signed webhooks. */
export interface WebhookSender {
  /** A delivery as it would arrive. */
  deliver(event: SentEvent, options?: DeliveryOptions): Promise<Request>;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const bytesOfBase64 = (secret: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (character) => character.charCodeAt(0));

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const hmac = async (key: Uint8Array<ArrayBuffer>, head: string, body: Uint8Array): Promise<Uint8Array> => {
  const content = new Uint8Array([...bytesOf(head), ...body]);
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, content));
};

interface Attempt {
  id: string;
  seconds: number;
  secrets: readonly string[];
  body: Uint8Array;
}

type Signed = (attempt: Attempt) => Promise<Record<string, string>>;

const standard =
  (prefix: string): Signed =>
  async ({ id, seconds, secrets, body }) => {
    const tags = await Promise.all(secrets.map((secret) => hmac(bytesOfBase64(secret), `${id}.${seconds}.`, body)));
    return {
      [`${prefix}-id`]: id,
      [`${prefix}-timestamp`]: String(seconds),
      [`${prefix}-signature`]: tags.map((tag) => `v1,${base64(tag)}`).join(' '),
    };
  };

/** The headers of each scheme. */
const HEADERS: Readonly<Record<WebhookScheme, Signed>> = {
  standard: standard('webhook'),
  svix: standard('svix'),
  async stripe({ seconds, secrets, body }) {
    const tags = await Promise.all(secrets.map((secret) => hmac(bytesOf(secret), `${seconds}.`, body)));
    return { 'stripe-signature': [`t=${seconds}`, ...tags.map((tag) => `v1=${hex(tag)}`)].join(',') };
  },
  async github({ id, secrets: [secret = ''], body }) {
    return {
      'x-github-delivery': id,
      'x-hub-signature-256': `sha256=${hex(await hmac(bytesOf(secret), '', body))}`,
    };
  },
};

/**
 * Makes a sender of signed webhooks, for tests and for trying out an endpoint.
 *
 * @param options.secret - written as its scheme wants it: `whsec_` and base64 for `standard` and `svix`, else any text
 * @example
 * const sender = createWebhookSender({ secret, clock });
 * await connector.readWebhook?.(await sender.deliver({ type: 'health.updated', data: { customerId: 'acme', score: 72 } }));
 */
export const createWebhookSender = ({
  secret,
  clock,
  scheme = 'standard',
  url = 'https://support.example/api/support/webhooks/1',
}: {
  secret: string;
  clock: { now(): number };
  scheme?: WebhookScheme;
  url?: string;
}): WebhookSender => {
  let sent = 0;
  return {
    async deliver(event, { id = `msg_${(sent += 1)}`, at = clock.now(), secrets = [secret], body } = {}) {
      const now = new Date(clock.now()).toISOString();
      // In Stripe's scheme only the body has room for an id.
      const written = JSON.stringify({ ...(scheme === 'stripe' && { id }), timestamp: now, version: 1, ...event });
      const content = body ?? written;
      const bytes = typeof content === 'string' ? bytesOf(content) : content;
      const headers = await HEADERS[scheme]({ id, seconds: Math.floor(at / 1000), secrets, body: bytes });
      return new Request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: content,
      });
    },
  };
};
