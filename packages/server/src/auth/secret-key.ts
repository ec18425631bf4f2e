import { InvalidInputError } from '@cscx/support-core';
import type { VerificationKey } from './verification-key.js';

const MIN_BYTES = 32;

/**
 * A secret that the issuer of tokens shares.
 *
 * @throws InvalidInputError for one that could be guessed
 */
export const secretKey = (secret: string): VerificationKey => {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < MIN_BYTES) {
    throw new InvalidInputError('jwt', [
      { path: 'secret', message: `expected at least ${MIN_BYTES} bytes; make one with: openssl rand -base64 48` },
    ]);
  }
  return { algorithms: ['HS256'], find: () => Promise.resolve(bytes) };
};
