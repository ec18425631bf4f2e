import { getResponse, type RequestHandler } from 'msw';
import { createFaults, FAULTY, type Faults } from './faults.js';
import type { SimulatedAccount } from './simulated-account.js';
import type { SimulatedClock } from './simulated-clock.js';
import type { SimulatedTicket } from './simulated-ticket.js';
import type { ExpectedTicket } from './ticket-truth.js';

/** What every simulated vendor is made of. */
export interface SimulatedVendorOptions {
  account: SimulatedAccount;
  clock: SimulatedClock;
  /** @default none */
  faults?: Faults | undefined;
  /** How long each request takes; the account lives on meanwhile. @default 50 */
  request_ms?: number | undefined;
}

/** A support system in memory that answers its API's requests. */
export interface SimulatedVendor extends AnsweringVendor {
  /** What has to be known of a ticket of its account by whoever has read it, as it is read unless told otherwise. */
  truth: (ticket: SimulatedTicket) => ExpectedTicket;
}

/** The part that all vendors share. */
interface AnsweringVendor {
  /** Takes the place of `fetch`; a request to anywhere else fails as the network would. */
  fetch: typeof globalThis.fetch;
  /** For `setupServer` or `setupWorker` of MSW; without faults. */
  handlers: readonly RequestHandler[];
  account: SimulatedAccount;
  clock: SimulatedClock;
  faults: Faults;
  /** `GET /api/v2/tickets` of every request so far, failed ones too. */
  requests: readonly string[];
}

/**
 * Puts a vendor's handlers over an account: time goes on with each request, and faults strike before or after it.
 *
 * @param rateLimited - the vendor's own answer to one request too many
 */
export const createSimulatedVendor = (
  { account, clock, faults = createFaults(), request_ms = 50 }: SimulatedVendorOptions,
  handlers: readonly RequestHandler[],
  rateLimited: () => Response,
): AnsweringVendor => {
  const requests: string[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const response = await getResponse([...handlers], request);
    if (response) return response;
    throw new TypeError('fetch failed');
  };
  return {
    account,
    clock,
    faults,
    handlers,
    requests,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      clock.advance(request_ms);
      account.advanceTo(clock.now());
      const fault = faults.take();
      if (fault === null) return answer(request);
      if (fault === 'rate_limited') return rateLimited();
      return FAULTY[fault](await answer(request));
    },
  };
};
