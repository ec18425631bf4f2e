/** How a signature is written. */
export type SignatureEncoding = 'hex' | 'base64';

const HEX = /^(?:[0-9a-f]{2})+$/i;

const decode = (signature: string, encoding: SignatureEncoding): Uint8Array<ArrayBuffer> | null => {
  try {
    if (encoding === 'base64') return Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
    if (!HEX.test(signature)) return null;
    return Uint8Array.from(signature.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  } catch {
    return null;
  }
};

const bytesOf = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/**
 * Says whether a signature is the HMAC of a content under one of several secrets, as while a secret is rotated. The
 * comparison takes the same time wherever the first difference is (`crypto.subtle.verify`).
 *
 * @param options.secrets - keys as they are used: text as UTF-8, or bytes. An empty one never matches.
 */
export const isSignedBy = async (
  content: string | Uint8Array,
  signature: string,
  {
    secrets,
    hash,
    encoding,
  }: { secrets: readonly (string | Uint8Array)[]; hash: 'SHA-1' | 'SHA-256'; encoding: SignatureEncoding },
): Promise<boolean> => {
  const expected = decode(signature, encoding);
  if (expected === null) return false;
  let isSigned = false;
  for (const secret of secrets) {
    const key = bytesOf(secret);
    if (key.length === 0) continue;
    const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['verify']);
    isSigned = (await crypto.subtle.verify('HMAC', imported, expected, bytesOf(content))) || isSigned;
  }
  return isSigned;
};

/** Compares two texts, such as a shared secret and a header, in a time that does not tell where they differ. */
export const isSameSecret = async (given: string, secret: string): Promise<boolean> => {
  if (secret === '') return false;
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  const tag = await crypto.subtle.sign('HMAC', key, bytesOf(secret));
  return crypto.subtle.verify('HMAC', key, tag, bytesOf(given));
};
