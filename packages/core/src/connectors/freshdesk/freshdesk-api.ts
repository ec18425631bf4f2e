import { systemClock } from '../shared/clock.js';
import { ConnectorError } from '../shared/connector-error.js';
import { createRateBudget, type RateBudget, type RateReading } from '../shared/rate-budget.js';
import { createVendorHttp, type VendorRequest } from '../shared/vendor-http.js';
import { freshdeskOrigin } from './freshdesk-domain.js';
import { readFreshdeskFailure } from './freshdesk-errors.js';
import type { FreshdeskConnectorOptions, ReadFreshdeskSettings } from './freshdesk-options.js';

/** Rows of a page; more is not allowed. */
export const PAGE_SIZE = 100;

/** A page of a list: always a bare array. */
export interface ListPage {
  rows: unknown[];
  /** By the header `Link`: Freshdesk gives no totals. */
  hasNext: boolean;
}

/** The requests that we make of an account. */
export interface FreshdeskApi {
  /** @throws ConnectorError, or the signal's reason */
  list(path: string, request: VendorRequest): Promise<ListPage>;
  one(path: string, request: VendorRequest): Promise<unknown>;
  /** For lists of tickets, which have a lower limit of their own. */
  ticketLists: RateBudget | undefined;
}

/** Every row of a list that is short enough to be read at once. */
export const listAll = async (api: FreshdeskApi, path: string, request: VendorRequest): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const search = { ...request.search, per_page: PAGE_SIZE, page };
    const answer = await api.list(path, { ...request, search });
    rows.push(...answer.rows);
    if (!answer.hasNext || answer.rows.length === 0) return rows;
  }
};

/** Numbers of the headers may read `100.0`. */
const readRate = (headers: Headers): RateReading | null => {
  const limit = Number.parseFloat(headers.get('x-ratelimit-total') ?? '');
  const remaining = Number.parseFloat(headers.get('x-ratelimit-remaining') ?? '');
  return Number.isNaN(limit) || Number.isNaN(remaining) ? null : { limit, remaining };
};

const NEXT = /rel="?next"?/i;

const rowsOf = (body: unknown, operation: string): unknown[] => {
  if (Array.isArray(body)) return body as unknown[];
  throw new ConnectorError('connector_bad_response', 'expected a list', { connector: 'freshdesk', operation });
};

/**
 * Makes the way to an account's API: basic authentication with the key as the user, and a fifth of each limit left to the
 * people who work in Freshdesk.
 */
export const createFreshdeskApi = (
  { domain, requests_per_minute, ticket_lists_per_minute }: ReadFreshdeskSettings,
  { credentials, fetch, clock = systemClock }: Pick<FreshdeskConnectorOptions, 'credentials' | 'fetch' | 'clock'>,
): FreshdeskApi => {
  const budget = createRateBudget({ clock, ...(requests_per_minute && { requests: requests_per_minute }) });
  const listWindow = ticket_lists_per_minute
    ? createRateBudget({ clock, requests: ticket_lists_per_minute })
    : undefined;
  const authorization = `Basic ${btoa(`${credentials.api_key}:X`)}`;
  const http = createVendorHttp({
    connector: 'freshdesk',
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock,
    baseUrl: () => `${freshdeskOrigin(domain)}/api/v2/`,
    authorize: (headers) => headers.set('authorization', authorization),
    budget,
    readRate,
    readFailure: readFreshdeskFailure,
  });
  return {
    // What responses tell is of the whole account, whichever list was asked for.
    ticketLists: listWindow && {
      take: (signal) => listWindow.take(signal),
      learn: (reading) => budget.learn(reading),
    },
    one: (path, request) => http.json(path, request),
    async list(path, request) {
      const { body, headers } = await http.answer(path, request);
      return { rows: rowsOf(body, request.operation), hasNext: NEXT.test(headers.get('link') ?? '') };
    },
  };
};
