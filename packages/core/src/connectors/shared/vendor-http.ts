import ky, { isKyError, isTimeoutError } from 'ky';
import { isSupportError } from '../../errors/support-error.js';
import { ConnectorError, type ConnectorErrorCode } from './connector-error.js';
import type { ConnectorClock } from './clock.js';
import type { RateBudget, RateReading } from './rate-budget.js';

/** A response that is no success, as a vendor's folder reads it. */
export interface FailedResponse {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON, else its text. */
  body: unknown;
}

/** What a failed response means; what is left out follows from the status. */
export interface Failure {
  code?: ConnectorErrorCode | undefined;
  /** The vendor's own short code. */
  vendor_code?: string | undefined;
  /** How long the vendor asks to wait, in milliseconds. */
  retry_after_ms?: number | undefined;
}

/** How a vendor is talked to. */
export interface VendorHttpOptions {
  /** Such as `zendesk`; for errors. */
  connector: string;
  fetch: typeof globalThis.fetch;
  clock: ConnectorClock;
  /** With a trailing slash; asked anew for each attempt, since a token may move it. */
  baseUrl: (signal: AbortSignal | undefined) => string | Promise<string>;
  /** Puts the credentials on a request. */
  authorize(headers: Headers, signal: AbortSignal | undefined): void | Promise<void>;
  /** Gets new credentials after a 401; the request is then made once more. */
  renew?: ((signal: AbortSignal | undefined) => Promise<void>) | undefined;
  budget?: RateBudget | undefined;
  readRate?: ((headers: Headers, now: number) => RateReading | null) | undefined;
  readFailure?: ((response: FailedResponse, now: number) => Failure) | undefined;
  /** Headers of every request. */
  headers?: Record<string, string> | undefined;
  /** Milliseconds that one attempt may take. @default 60,000 */
  timeout_ms?: number | undefined;
  /** Milliseconds that one request may wait in all, for limits and between attempts. @default 15 minutes */
  total_wait_ms?: number | undefined;
}

/** One request. */
export interface VendorRequest {
  /** What is being done, in two or three words; for errors. */
  operation: string;
  method?: 'GET' | 'POST' | undefined;
  search?: Record<string, string | number | boolean | undefined> | undefined;
  json?: unknown;
  /** A body as a form sends it, such as OAuth token endpoints expect. */
  form?: Record<string, string> | undefined;
  headers?: Record<string, string> | undefined;
  /** Besides the account's: that of an endpoint with a limit of its own. */
  budget?: RateBudget | undefined;
  signal?: AbortSignal | undefined;
  /** The signal ends the waiting between attempts, but no attempt: what it brings comes only once. @default false */
  finishesAttempts?: boolean | undefined;
}

/** A vendor's API. */
export interface VendorHttp {
  /**
   * @param path - relative to the base
   * @returns the parsed body
   * @throws ConnectorError, or the signal's reason
   */
  json(path: string, request: VendorRequest): Promise<unknown>;
  /** The same with the headers, for vendors that page by them. */
  answer(path: string, request: VendorRequest): Promise<{ body: unknown; headers: Headers }>;
  /** The same for what is no JSON. */
  text(path: string, request: VendorRequest): Promise<{ text: string; headers: Headers }>;
}

const CODES: Partial<Record<number, ConnectorErrorCode>> = {
  401: 'connector_unauthorized',
  403: 'connector_forbidden',
  404: 'connector_not_found',
  405: 'connector_not_found',
  408: 'connector_unavailable',
  409: 'connector_unavailable',
  410: 'connector_not_found',
  420: 'connector_unavailable',
  429: 'connector_rate_limited',
};

const MEANINGS: Record<ConnectorErrorCode, string> = {
  connector_unauthorized: 'the credentials were refused',
  connector_forbidden: 'these credentials may not do this',
  connector_not_found: 'there is no such thing',
  connector_refused: 'the request was refused',
  connector_rate_limited: 'the rate limit is used up',
  connector_unavailable: 'no usable answer',
  connector_bad_response: 'the answer is not what was expected',
  connector_bad_cursor: 'the cursor is not one of this connector',
  connector_stalled: 'the same page came again',
};

const codeOf = (status: number): ConnectorErrorCode =>
  CODES[status] ?? (status >= 500 ? 'connector_unavailable' : 'connector_refused');

const RETRIED: readonly ConnectorErrorCode[] = ['connector_rate_limited', 'connector_unavailable'];

const ATTEMPTS = 6;
const LONGEST_PAUSE_MS = 60_000;

/** `Retry-After` in milliseconds: seconds or a date; undefined where there is none. */
export const retryAfter = (headers: Headers, now: number): number | undefined => {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  // `Date.parse` takes a plain number such as -3 for a year.
  const ms = /[a-z]/i.test(text) ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Attempt<Result> =
  | { result: Result }
  | { failure: Failure & { code: ConnectorErrorCode; status?: number }; cause?: unknown };

/**
 * Makes the one way to a vendor's API. ky makes each attempt; when to try again is decided here, because waiting goes by
 * the injected clock and a body that breaks off or is an error page deserves another attempt as much as a 503 does.
 */
export const createVendorHttp = (options: VendorHttpOptions): VendorHttp => {
  const { connector, clock, budget, renew, total_wait_ms = 15 * 60_000 } = options;
  const client = ky.create({
    fetch: options.fetch,
    retry: 0,
    throwHttpErrors: false,
    timeout: options.timeout_ms ?? 60_000,
    ...(options.headers && { headers: options.headers }),
  });

  const send = async (path: string, request: VendorRequest): Promise<{ response: Response; text: string }> => {
    const headers = new Headers(request.headers);
    await options.authorize(headers, request.signal);
    const search = Object.entries(request.search ?? {}).filter(([, value]) => value !== undefined);
    const url = new URL(path, await options.baseUrl(request.signal));
    for (const [name, value] of search) url.searchParams.set(name, String(value));
    const answer = client(url, {
      method: request.method ?? 'GET',
      headers,
      ...(request.json !== undefined && { json: request.json }),
      ...(request.form && { body: new URLSearchParams(request.form) }),
      ...(request.signal && !request.finishesAttempts && { signal: request.signal }),
    });
    // Read through ky, whose timeout then holds for the body too.
    return { response: await answer, text: await answer.text() };
  };

  const attempt = async <Result>(
    path: string,
    request: VendorRequest,
    read: (text: string, headers: Headers) => Result | undefined,
  ): Promise<Attempt<Result>> => {
    let answer: Awaited<ReturnType<typeof send>>;
    try {
      answer = await send(path, request);
    } catch (cause) {
      request.signal?.throwIfAborted();
      if (isSupportError(cause)) throw cause;
      return {
        failure: { code: 'connector_unavailable', vendor_code: isTimeoutError(cause) ? 'timeout' : undefined },
        // ky's own errors carry the request, with the credentials and the whole address.
        cause: isKyError(cause) ? cause.cause : cause,
      };
    }
    const { response, text } = answer;
    const now = clock.now();
    const rate = options.readRate?.(response.headers, now);
    if (rate) (request.budget ?? budget)?.learn(rate);
    if (response.ok) {
      const result = read(text, response.headers);
      return result === undefined
        ? { failure: { code: 'connector_unavailable', vendor_code: 'unreadable body', status: response.status } }
        : { result };
    }
    const { status, headers } = response;
    const failure = options.readFailure?.({ status, headers, body: parseJson(text) ?? text }, now) ?? {};
    return {
      failure: { retry_after_ms: retryAfter(headers, now), ...failure, code: failure.code ?? codeOf(status), status },
    };
  };

  const run = async <Result>(
    path: string,
    request: VendorRequest,
    read: (text: string, headers: Headers) => Result | undefined,
  ): Promise<Result> => {
    const { operation, signal } = request;
    let isRenewed = false;
    let failures = 0;
    let waited = 0;
    for (;;) {
      signal?.throwIfAborted();
      await budget?.take(signal);
      await request.budget?.take(signal);
      const outcome = await attempt(path, request, read);
      if ('result' in outcome) return outcome.result;
      const { code, status, vendor_code, retry_after_ms } = outcome.failure;
      if (code === 'connector_unauthorized' && renew && !isRenewed) {
        isRenewed = true;
        await renew(signal);
        continue;
      }
      failures += 1;
      const pause = retry_after_ms ?? Math.min(1000 * 2 ** (failures - 1), LONGEST_PAUSE_MS);
      waited += pause;
      if (!RETRIED.includes(code) || failures >= ATTEMPTS || waited > total_wait_ms) {
        const retry_at = RETRIED.includes(code) ? clock.now() + pause : undefined;
        const details = { connector, operation, status, vendor_code, retry_at, cause: outcome.cause };
        throw new ConnectorError(code, MEANINGS[code], details);
      }
      await clock.wait(pause, signal);
    }
  };

  return {
    json: (path, request) => run(path, request, parseJson),
    answer: (path, request) =>
      run(path, request, (text, headers) => {
        const body = parseJson(text);
        return body === undefined ? undefined : { body, headers };
      }),
    text: (path, request) => run(path, request, (text, headers) => ({ text, headers })),
  };
};
