import { createAccessToken, type GetToken } from './access-token.js';
import { SupportClientError } from './support-client-error.js';

type Fetch = typeof globalThis.fetch;

/** A `fetch` that sends the host's token, and sends a request once more with a new one when the server says 401. */
export function withAuthorization(fetch: Fetch, getToken: GetToken): Fetch {
  const accessToken = createAccessToken(async (request) => {
    const token = await getToken(request);
    if (typeof token === 'string' && token !== '') return token;
    throw new TypeError('getToken: expected a non-empty string');
  });

  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    const token = await accessToken.current(signal).catch(unauthenticated(signal));
    const response = await fetch(authorized(request.clone(), token));
    if (response.status !== 401) return response;
    const renewed = await accessToken.renew(token, signal).catch(unauthenticated(signal));
    if (renewed === token) return response;
    await response.body?.cancel();
    return fetch(authorized(request, renewed));
  };
}

function authorized(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`);
  return request;
}

const unauthenticated =
  (signal: AbortSignal) =>
  (cause: unknown): never => {
    if (signal.aborted) throw cause;
    throw new SupportClientError('unauthenticated', 'getToken gave no token', { cause });
  };
