/** What a webhook may be at most, unless a connection says otherwise. */
export const MAX_WEBHOOK_BYTES = 256 * 1024;

/**
 * Reads the raw bytes of a request up to a size: a signature is of the bytes, never of parsed JSON written anew.
 *
 * @returns null for a body that is larger; the rest is not read
 */
export const readBody = async (request: Request, maxBytes = MAX_WEBHOOK_BYTES): Promise<Uint8Array | null> => {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      // Not awaited: of a request that was cloned it ends with the other half.
      reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
};
