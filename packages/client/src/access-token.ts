/** What a host's {@link GetToken} is told. */
export interface TokenRequest {
  /** Aborted when nobody waits for the token any more. */
  signal: AbortSignal;
  /** `expired`: the server refused the token before this one. */
  reason: 'initial' | 'expired';
}

/** The host's way to a bearer token; asked again only when the server refuses the last one. */
export type GetToken = (request: TokenRequest) => string | Promise<string>;

/** The token that calls share. */
export interface AccessToken {
  /** The token at hand; the host is asked once, however many calls wait. */
  current(signal: AbortSignal): Promise<string>;
  /** The token after one that the server refused; the same as `current` when another call has renewed it already. */
  renew(refused: string, signal: AbortSignal): Promise<string>;
}

interface Flight {
  token: Promise<string>;
  controller: AbortController;
  waiting: number;
}

/** Shares one token among all calls of a client and asks the host for it as seldom as possible. */
export function createAccessToken(getToken: GetToken): AccessToken {
  let known: string | undefined;
  let flight: Flight | undefined;

  async function ask(reason: TokenRequest['reason'], controller: AbortController): Promise<string> {
    const token = await getToken({ signal: controller.signal, reason });
    if (!controller.signal.aborted) known = token;
    return token;
  }

  async function join(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> {
    if (!flight) {
      const controller = new AbortController();
      flight = { token: ask(reason, controller), controller, waiting: 0 };
    }
    const joined = flight;
    joined.waiting += 1;
    try {
      return await abortable(joined.token, signal);
    } finally {
      joined.waiting -= 1;
      if (joined.waiting === 0) {
        joined.controller.abort();
        if (flight === joined) flight = undefined;
      }
    }
  }

  return {
    current: async (signal) => known ?? join('initial', signal),
    renew: async (refused, signal) => {
      if (known === refused) known = undefined;
      return known ?? join('expired', signal);
    },
  };
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
