import { HttpResponse } from 'msw';
import { createChance } from './chance.js';

/** What can go wrong with an answer, whichever the vendor. */
export const FAULTS = ['rate_limited', 'server_error', 'truncated_body', 'html_error', 'connection_lost'] as const;

/** See {@link FAULTS}. */
export type FaultKind = (typeof FAULTS)[number];

/** Trouble that a simulated vendor makes, in order and by chance. */
export interface Faults {
  /** Makes the next requests fail, one each. */
  next(...kinds: FaultKind[]): void;
  /** What happens to this request; null: nothing. */
  take(): FaultKind | null;
}

/**
 * @param options.rate - share of the requests that fail by chance. @default 0
 */
export const createFaults = ({
  rate = 0,
  seed = 1,
  kinds = FAULTS,
}: { rate?: number; seed?: number; kinds?: readonly FaultKind[] } = {}): Faults => {
  const chance = createChance(seed);
  const planned: FaultKind[] = [];
  return {
    next: (...more) => void planned.push(...more),
    take: () =>
      planned.shift() ?? (rate > 0 && chance.next() < rate ? (kinds[chance.below(kinds.length)] ?? null) : null),
  };
};

/** Half of a body, as when a connection breaks off in the middle. */
const truncated = async (response: Response): Promise<Response> => {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers });
};

/** What each fault makes of the answer that would have been. */
export const FAULTY: Readonly<Record<Exclude<FaultKind, 'rate_limited'>, (response: Response) => Promise<Response>>> = {
  server_error: async () => HttpResponse.json({ error: 'internal' }, { status: 500 }),
  html_error: async () => HttpResponse.html('<html><body><h1>502 Bad Gateway</h1></body></html>', { status: 502 }),
  truncated_body: truncated,
  connection_lost: async () => {
    throw new TypeError('fetch failed');
  },
};
