import { alerts } from './alerts.js';
import { hoursAgo } from './clock.js';
import { syncStatus } from './connections.js';
import { acme } from './customer.js';
import { portfolio, secondPage } from './portfolio.js';
import { unmatchedPage } from './unmatched.js';

/** What the API answers a request. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** Always the same. */
export const json =
  (body: unknown): Answer =>
  () =>
    Response.json(body);

/** A refusal as the API words it. */
export const problem =
  (status: number, code: string): Answer =>
  () =>
    Response.json(
      { type: 'about:blank', title: 'Refused', status, code, request_id: 'req_7f3a' },
      { status, headers: { 'content-type': 'application/problem+json' } },
    );

/** Never comes; ends when the caller hangs up. */
export const never: Answer = async ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

const parameter = (request: Request, name: string): string | null => new URL(request.url).searchParams.get(name);

/** The portfolio in two pages. */
export const portfolioPages: Answer = (request) =>
  Response.json(parameter(request, 'cursor') === 'page-2' ? secondPage : portfolio);

/** Alerts of the severity asked for, four a page. */
export const alertPages: Answer = (request) => {
  const severity = parameter(request, 'severity');
  const customerId = parameter(request, 'customer_id');
  const wanted = alerts.filter(
    (alert) =>
      (severity ?? alert.severity) === alert.severity && (customerId ?? alert.customer_id) === alert.customer_id,
  );
  const begin = Number(parameter(request, 'cursor') ?? 0);
  const next = begin + 4;
  return Response.json({
    alerts: wanted.slice(begin, next),
    next_cursor: next < wanted.length ? String(next) : null,
    data_as_of: hoursAgo(0.07),
  });
};

/** The whole API: a portfolio, its alerts, one customer, and what administrators look after. */
export const api: Answer = (request) => {
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/support-metrics')) return portfolioPages(request);
  if (pathname.endsWith('/alerts')) return alertPages(request);
  if (pathname.endsWith('/sync')) return Response.json(syncStatus);
  if (pathname.endsWith('/unmatched')) return Response.json(unmatchedPage);
  return pathname.endsWith('/acme') ? Response.json(acme) : problem(404, 'not_found')(request);
};
