import { Webhook } from 'standardwebhooks';
import { isSameSecret, isSignedBy } from '../shared/signature.js';
import type { ReadWebhookSettings, WebhookScheme } from './webhook-options.js';

/** A request as it came. */
export interface Delivery {
  headers: Headers;
  body: Uint8Array;
}

/** With what a delivery is checked. */
export interface SignatureTerms {
  keys: readonly Uint8Array[];
  /** Milliseconds since the epoch. */
  now: number;
  tolerance_seconds: ReadWebhookSettings['tolerance_seconds'];
}

/** Whose delivery it is: the sender's, with an id where the scheme gives one in a header, or nobody knows whose. */
export type SignatureReading = { delivery_id: string | null } | { field: string; reason: string };

type SignatureCheck = (delivery: Delivery, terms: SignatureTerms) => Promise<SignatureReading>;

/** Whole seconds only: `parseInt` would take `1755684000junk`. Null: none, malformed or too far from now. */
const timelySeconds = (text: string | null, { now, tolerance_seconds }: SignatureTerms): number | null => {
  if (text === null || !/^\d{1,12}$/.test(text)) return null;
  const seconds = Number(text);
  return Math.abs(Math.floor(now / 1000) - seconds) <= tolerance_seconds ? seconds : null;
};

const isOneOf = async (candidates: readonly string[], expected: string): Promise<boolean> => {
  let isFound = false;
  for (const candidate of candidates) isFound = (await isSameSecret(candidate, expected)) || isFound;
  return isFound;
};

/**
 * Standard Webhooks. The library's `sign` makes the signature that is compared here, in constant time; its `verify` is not
 * used since it goes by the machine's clock, takes one secret, no bytes and no `Headers`, and throws a SyntaxError for a
 * genuine body that is no JSON.
 */
const standardCheck =
  (prefix: 'webhook' | 'svix'): SignatureCheck =>
  async ({ headers, body }, terms) => {
    const id = headers.get(`${prefix}-id`);
    if (!id) return { field: `${prefix}-id`, reason: 'expected an id' };
    // A dot would let the end of an id pass for the time, and the time for the start of the body.
    if (id.includes('.')) return { field: `${prefix}-id`, reason: 'expected an id without a dot' };
    const seconds = timelySeconds(headers.get(`${prefix}-timestamp`), terms);
    if (seconds === null) return { field: `${prefix}-timestamp`, reason: 'expected seconds since 1970, of now' };
    // Other versions are skipped: a sender may add `v1a` beside `v1`.
    const candidates = (headers.get(`${prefix}-signature`) ?? '').split(' ').filter((text) => text.startsWith('v1,'));
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
    let isSigned = false;
    for (const key of terms.keys) {
      const expected = new Webhook(key, { format: 'raw' }).sign(id, new Date(seconds * 1000), text);
      isSigned = (await isOneOf(candidates, expected)) || isSigned;
    }
    return isSigned ? { delivery_id: id } : { field: `${prefix}-signature`, reason: 'expected a valid v1 signature' };
  };

const withTime = (seconds: number, body: Uint8Array): Uint8Array => {
  const head = new TextEncoder().encode(`${seconds}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
};

/** `Stripe-Signature: t=1755684000,v1=…,v1=…`; the time is signed, the id stands in the body. */
const stripeCheck: SignatureCheck = async ({ headers, body }, terms) => {
  const field = 'stripe-signature';
  const parts = (headers.get(field) ?? '').split(',').map((part) => part.trim());
  const valuesOf = (name: string): string[] =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  const seconds = timelySeconds(valuesOf('t')[0] ?? null, terms);
  if (seconds === null) return { field, reason: 'expected a time t in seconds since 1970, of now' };
  const content = withTime(seconds, body);
  for (const signature of valuesOf('v1')) {
    if (await isSignedBy(content, signature, { secrets: terms.keys, hash: 'SHA-256', encoding: 'hex' })) {
      return { delivery_id: null };
    }
  }
  return { field, reason: 'expected a valid v1 signature' };
};

/** `X-Hub-Signature-256: sha256=…` of the body alone: no time, and an id that is not signed. */
const githubCheck: SignatureCheck = async ({ headers, body }, { keys }) => {
  const field = 'x-hub-signature-256';
  const [, signature] = /^sha256=(.+)$/.exec(headers.get(field) ?? '') ?? [];
  const terms = { secrets: keys, hash: 'SHA-256', encoding: 'hex' } as const;
  if (signature === undefined || !(await isSignedBy(body, signature, terms))) {
    return { field, reason: 'expected a valid sha256 signature' };
  }
  return { delivery_id: headers.get('x-github-delivery') };
};

/** How each scheme is checked. */
export const SIGNATURE_CHECKS: Readonly<Record<WebhookScheme, SignatureCheck>> = {
  standard: standardCheck('webhook'),
  svix: standardCheck('svix'),
  stripe: stripeCheck,
  github: githubCheck,
};
