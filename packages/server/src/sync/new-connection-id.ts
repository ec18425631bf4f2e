import { randomBytes } from 'node:crypto';

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
/** 80 bits: nobody guesses the address to which an account's webhooks go. */
const CHARACTERS = 16;

/**
 * Makes the id of a connection.
 *
 * @example
 * newConnectionId('zendesk'); // 'zendesk-k3v9x2m4q8w7r6t5'
 */
export const newConnectionId = (source_system: string): string => {
  const letters = Array.from(randomBytes(CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length]);
  return `${source_system}-${letters.join('')}`;
};
