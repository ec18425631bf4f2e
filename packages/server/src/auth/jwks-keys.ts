import { createRemoteJWKSet, customFetch, errors, type FetchImplementation } from 'jose';
import { InvalidInputError } from '@cscx/support-core';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { VerificationKey } from './verification-key.js';

/** Signatures by key pairs alone: a public key must never serve as a shared secret. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
  'Ed25519',
];

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

const parseJwksUrl = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname))) return url;
  throw new InvalidInputError('jwt', [
    {
      path: 'jwks_url',
      message:
        'expected an https address, such as https://auth.example.com/.well-known/jwks.json (http: localhost only)',
    },
  ]);
};

/** The token's fault, and not that of who should have published its key. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/**
 * The keys that an issuer publishes. They are fetched when first needed, kept for ten minutes, and fetched again when a
 * token names one that is not known, once in half a minute at most.
 *
 * @throws InvalidInputError for an address that is not https
 */
export const jwksKeys = (jwks_url: string, fetch?: FetchImplementation): VerificationKey => {
  const keys = createRemoteJWKSet(parseJwksUrl(jwks_url), { ...(fetch && { [customFetch]: fetch }) });
  return {
    algorithms: ALGORITHMS,
    async find(header, token) {
      try {
        return await keys(header, token);
      } catch (cause) {
        if (isOfToken(cause)) throw cause;
        throw new NotReadyError('the keys of the issuer of tokens cannot be fetched', { cause, isRetryable: true });
      }
    },
  };
};
