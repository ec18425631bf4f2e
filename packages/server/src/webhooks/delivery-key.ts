import { createHash } from 'node:crypto';

/** What goes into an index and into a log as it is; anything else a sender may write is hashed. */
const PLAIN_ID = /^[\x21-\x7e]{1,200}$/;

/** A hash of the bytes that were verified. */
export const bodyHash = (body: Uint8Array): string => `sha256:${createHash('sha256').update(body).digest('base64url')}`;

/**
 * The id under which a delivery is remembered: the sender's, if it gave one, else a hash of the body.
 *
 * @param delivery_id - of any length and any characters
 */
export const deliveryKey = (delivery_id: string | null, body: Uint8Array): string => {
  if (delivery_id === null || delivery_id === '') return bodyHash(body);
  return PLAIN_ID.test(delivery_id) ? delivery_id : bodyHash(Buffer.from(delivery_id));
};
