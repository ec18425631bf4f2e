import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { WebhookScheme } from './webhook-options.js';

/** Shorter keys can be guessed, and an empty one, as of a truncated variable, would let anybody sign. */
const FEWEST_BYTES = 24;

/** As the libraries of Standard Webhooks read it; they too refuse the alphabet for URLs. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const bytesOfBase64 = (secret: string): Uint8Array<ArrayBuffer> | null => {
  const text = secret.replace(/^whsec_/, '');
  if (!BASE64.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
};

const bytesOfText = (secret: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(secret);

/** Stripe signs with the whole text, `whsec_` included; GitHub with whatever text was agreed. */
const READERS: Readonly<Record<WebhookScheme, (secret: string) => Uint8Array<ArrayBuffer> | null>> = {
  standard: bytesOfBase64,
  svix: bytesOfBase64,
  stripe: bytesOfText,
  github: bytesOfText,
};

/**
 * The keys of a connection's secrets.
 *
 * @throws InvalidInputError for a secret that is not written as its scheme wants it, is empty or too short
 */
export const signingKeys = (secrets: readonly string[], scheme: WebhookScheme): Uint8Array<ArrayBuffer>[] => {
  const keys = secrets.map(READERS[scheme]);
  const issues = keys.flatMap((key, index) => {
    const path = `credentials.secrets.${index}`;
    if (key === null) return [{ path, message: 'expected whsec_ and base64, without a version before it' }];
    return key.length < FEWEST_BYTES ? [{ path, message: `expected a secret of at least ${FEWEST_BYTES} bytes` }] : [];
  });
  if (issues.length > 0) throw new InvalidInputError('webhook connection', issues);
  return keys.filter((key) => key !== null);
};
