import { HttpResponse } from 'msw';
import type { SimulatedClock } from '../shared/simulated-clock.js';

/** What an endpoint answers: a body, or rows of which a page is cut unless `hasNext` says that they are one. */
export type Answer = { status?: number; body: unknown } | { rows: readonly unknown[]; hasNext?: boolean };

/** The refusal of a request with a field that is wrong. */
export const refused = (field: string, message: string): Answer => ({
  status: 400,
  body: { description: 'Validation failed', errors: [{ field, message, code: 'invalid_value' }] },
});

/** Which page was asked for. */
export const pageOf = (url: URL): { page: number; per_page: number } => ({
  page: Number(url.searchParams.get('page') ?? 1),
  per_page: Math.min(100, Number(url.searchParams.get('per_page') ?? 30)),
});

const paged = (url: URL, rows: readonly unknown[], hasNext: boolean | undefined) => {
  const { page, per_page } = pageOf(url);
  const isCut = hasNext !== undefined;
  const next = hasNext ?? rows.length > page * per_page;
  const address = new URL(url);
  address.searchParams.set('page', String(page + 1));
  return {
    body: isCut ? rows : rows.slice((page - 1) * per_page, page * per_page),
    headers: next ? { link: `<${address}>; rel="next"` } : {},
  };
};

/**
 * Stands before every endpoint: checks the key, what it may read, and the limit of the minute, which counts refused
 * requests too.
 */
export const createFreshdeskGate = ({
  api_key,
  rate_limit,
  forbidden,
  clock,
}: {
  api_key: string;
  rate_limit: number | undefined;
  forbidden: readonly string[];
  clock: SimulatedClock;
}) => {
  const expected = `Basic ${btoa(`${api_key}:X`)}`;
  let minute = -1;
  let used = 0;

  const countDown = (): { headers: Record<string, string>; isOver: boolean } => {
    if (rate_limit === undefined) return { headers: {}, isOver: false };
    const now = Math.floor(clock.now() / 60_000);
    used = now === minute ? used + 1 : 1;
    minute = now;
    const remaining = Math.max(0, rate_limit - used);
    const headers = {
      'x-ratelimit-total': `${rate_limit}.0`,
      'x-ratelimit-remaining': `${remaining}.0`,
      'x-ratelimit-used-currentrequest': '1',
    };
    return { headers, isOver: used > rate_limit };
  };

  return (request: Request, path: string, answer: () => Answer): Response => {
    const { headers, isOver } = countDown();
    if (isOver) {
      const seconds = 60 - (Math.floor(clock.now() / 1000) % 60);
      const message = 'You have exceeded the limit of requests per minute';
      return HttpResponse.json({ message }, { status: 429, headers: { ...headers, 'retry-after': String(seconds) } });
    }
    if (request.headers.get('authorization') !== expected) {
      const body = { code: 'invalid_credentials', message: 'You have to be logged in to perform this action.' };
      return HttpResponse.json(body, { status: 401, headers });
    }
    if (forbidden.includes(path)) {
      const body = { code: 'access_denied', message: 'You are not authorized to perform this action.' };
      return HttpResponse.json(body, { status: 403, headers });
    }
    const given = answer();
    if ('rows' in given) {
      const page = paged(new URL(request.url), given.rows, given.hasNext);
      return HttpResponse.json(page.body, { headers: { ...headers, ...page.headers } });
    }
    const { status = 200, body } = given;
    return body === undefined
      ? new HttpResponse(null, { status, headers })
      : HttpResponse.json(body, { status, headers });
  };
};
