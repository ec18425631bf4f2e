import { readBody } from '@cscx/support-core/connectors';
import { InvalidInputError } from '@cscx/support-core';

/**
 * Reads the bytes of an inbound request as they came, up to a size; what says itself that it is larger is not read at all.
 *
 * @returns null where there are more
 * @throws InvalidInputError for a body that ends early
 */
export const readWebhookBody = async (request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  try {
    const body = await readBody(request, maxBytes);
    return body && new Uint8Array(body);
  } catch {
    // The sender hung up: whatever is answered, nobody reads it.
    throw new InvalidInputError('body', [{ path: '', message: 'expected the whole body' }]);
  }
};
