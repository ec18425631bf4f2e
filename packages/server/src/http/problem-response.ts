import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type InputIssue, InvalidInputError, isSupportError } from '@cscx/support-core';
import type { ProblemDetails } from '@cscx/support-core/api';
import { isDatabaseAway } from '../errors/is-database-away.js';
import { RateLimitedError } from '../errors/rate-limited-error.js';

type ProblemCode = ProblemDetails['code'];

interface ProblemKind {
  status: ContentfulStatusCode;
  title: string;
  headers?: Record<string, string>;
}

/** Every way in which a request fails, by its stable code. */
export const problemKinds: Record<ProblemCode, ProblemKind> = {
  invalid_input: { status: 400, title: 'The request is not valid' },
  unauthenticated: {
    status: 401,
    title: 'Credentials are missing or not known',
    headers: { 'www-authenticate': 'Bearer' },
  },
  forbidden: { status: 403, title: 'These credentials are not good for this' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The request has a body of another kind' },
  rate_limited: { status: 429, title: 'Too many requests' },
  timeout: { status: 503, title: 'It takes too long', headers: { 'retry-after': '5' } },
  internal_error: { status: 500, title: 'Something went wrong here' },
  not_ready: { status: 503, title: 'Not ready yet', headers: { 'retry-after': '5' } },
};

/** What goes into a problem besides its code. */
export interface ProblemFields {
  detail?: string;
  errors?: readonly InputIssue[];
  headers?: Record<string, string>;
}

/** A failed request's answer, as RFC 9457 has it. */
export const problemResponse = (
  c: Context,
  code: ProblemCode,
  { headers, errors, detail }: ProblemFields = {},
): Response => {
  const kind = problemKinds[code];
  const problem: ProblemDetails = {
    type: 'about:blank',
    title: kind.title,
    status: kind.status,
    code,
    request_id: c.get('requestId'),
    ...(detail !== undefined && { detail }),
    ...(errors && { errors: [...errors] }),
  };
  return c.body(JSON.stringify(problem), kind.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...kind.headers,
    ...headers,
  });
};

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code);

/** Makes the answer to an error that was thrown; what nobody foresaw tells nothing but the request's id. */
export const errorResponse = (c: Context, error: unknown): Response => {
  if (isDatabaseAway(error)) return problemResponse(c, 'not_ready', { detail: 'the database does not answer' });
  if (!isSupportError(error) || !isProblemCode(error.code) || error.code === 'internal_error') {
    return problemResponse(c, 'internal_error');
  }
  return problemResponse(c, error.code, {
    detail: error.message,
    ...(error instanceof InvalidInputError && { errors: error.issues }),
    ...(error instanceof RateLimitedError && { headers: { 'retry-after': String(error.retry_after) } }),
  });
};
