import { setTimeout as sleep } from 'node:timers/promises';

/** How long each request to a route took, milliseconds, and what went wrong. */
export interface Measured {
  durations: Map<string, number[]>;
  /** Requests that were answered with 304. */
  unchanged: number;
  errors: string[];
}

export const nothingMeasured = (): Measured => ({ durations: new Map(), unchanged: 0, errors: [] });

/** Where a user's pages come from. */
export interface UserOptions {
  base: URL;
  key: string;
  /** Whose customers are looked at; undefined: everybody's, as a manager does. */
  csm_id: string | undefined;
  measured: Measured;
  signal: AbortSignal;
}

const REPORTS = '/api/reports/support-metrics';
const THINK_MS = { least: 1000, most: 3000 };

/** Seven of ten look at this month. */
const PERIODS = ['this_month', 'this_month', 'this_month', 'last_30_days', 'last_month', 'this_quarter'];

interface Portfolio {
  customers: { customer_id: string }[];
}

interface TicketPage {
  next_cursor: string | null;
}

/** Asks as a browser does: what it has seen is asked for again with its ETag. */
const createBrowser = ({ base, key, measured, signal }: UserOptions) => {
  const seen = new Map<string, { etag: string; body: unknown }>();
  return async (route: string, path: string): Promise<unknown> => {
    const known = seen.get(path);
    const headers = { authorization: `Bearer ${key}`, ...(known && { 'if-none-match': known.etag }) };
    const startedAt = performance.now();
    const response = await fetch(new URL(path, base), { headers, signal });
    const text = await response.text();
    const durations = measured.durations.get(route) ?? [];
    measured.durations.set(route, durations);
    durations.push(performance.now() - startedAt);
    if (response.status === 304) {
      measured.unchanged += 1;
      return known?.body;
    }
    if (!response.ok) throw new Error(`${route}: HTTP ${response.status}`);
    const body: unknown = JSON.parse(text);
    const etag = response.headers.get('etag');
    if (etag !== null) seen.set(path, { etag, body });
    return body;
  };
};

const oneOf = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(Math.random() * values.length)];

/** Looks at the portfolio, a customer, its tickets and the alerts, over and over, until the signal. */
export const runUser = async (options: UserOptions): Promise<void> => {
  const { csm_id, measured, signal } = options;
  const get = createBrowser(options);
  const own = csm_id === undefined ? '' : `&csm_id=${csm_id}`;
  const think = () => sleep(THINK_MS.least + Math.random() * (THINK_MS.most - THINK_MS.least), undefined, { signal });
  const look = async () => {
    const period = oneOf(PERIODS);
    const portfolio = (await get('portfolio', `${REPORTS}?period=${period}${own}`)) as Portfolio;
    await think();
    const { customer_id } = oneOf(portfolio.customers) ?? {};
    if (customer_id === undefined) return;
    await get('customer', `${REPORTS}/${customer_id}?period=${period}`);
    await think();
    const list = `${REPORTS}/${customer_id}/tickets?sort=-created_at&limit=50`;
    const { next_cursor } = (await get('tickets', list)) as TicketPage;
    await think();
    if (next_cursor !== null) {
      await get('tickets', `${list}&cursor=${next_cursor}`);
      await think();
    }
    await get('alerts', `${REPORTS}/alerts?status=open${own}`);
    await think();
  };
  await think().catch(() => undefined);
  while (!signal.aborted) {
    try {
      await look();
    } catch (error) {
      if (!signal.aborted) measured.errors.push(String(error));
    }
  }
};
