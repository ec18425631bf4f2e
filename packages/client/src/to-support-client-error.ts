import type { ApiRoute } from '@cscx/support-core/api';
import { type HTTPError, isHTTPError, isNetworkError, isTimeoutError, SchemaValidationError } from 'ky';
import { problemDetailsSchema } from './core.js';
import { SupportClientError } from './support-client-error.js';

const RETRYABLE_STATUSES = new Set([408, 429, 500, 502, 503, 504]);

/** Puts what a call may fail with into our one error. */
export function toSupportClientError(cause: unknown, route: ApiRoute, signal?: AbortSignal): SupportClientError {
  const call = route.operationId;
  if (cause instanceof SupportClientError) return cause;
  if (signal?.aborted) return new SupportClientError('aborted', `${call}: aborted by the caller`, { cause });
  if (isHTTPError(cause)) return fromHttpError(cause, call);
  if (isTimeoutError(cause)) {
    return new SupportClientError('timeout', `${call}: no answer in time`, { cause, isRetryable: true });
  }
  if (isNetworkError(cause)) {
    return new SupportClientError('network', `${call}: the server could not be reached`, { cause, isRetryable: true });
  }
  if (cause instanceof SchemaValidationError) {
    const issues = cause.issues.map(({ path = [], message }) => ({
      path: path.map((key) => String(typeof key === 'object' ? key.key : key)).join('.'),
      message,
    }));
    const fields = issues.map(({ path }) => path || 'the whole answer').join(', ');
    return new SupportClientError('invalid_response', `${call}: the answer is not of the expected shape at ${fields}`, {
      issues,
    });
  }
  if (cause instanceof SyntaxError) {
    return new SupportClientError('invalid_response', `${call}: expected JSON; does baseUrl point at the support API?`);
  }
  return new SupportClientError('network', `${call}: the request failed`, { cause, isRetryable: true });
}

function fromHttpError({ response, data }: HTTPError, call: string): SupportClientError {
  const { status } = response;
  const isRetryable = RETRYABLE_STATUSES.has(status);
  const problem = problemDetailsSchema.safeParse(data);
  if (problem.success) {
    const { code, title, detail, request_id, errors } = problem.data;
    return new SupportClientError(code, `${call}: ${detail ?? title}`, {
      status,
      request_id,
      issues: errors,
      isRetryable,
    });
  }
  // Not the API's own words: a gateway's page, or another server altogether.
  if (status === 401) return new SupportClientError('unauthenticated', `${call}: the token was refused`, { status });
  const code = status >= 500 ? 'internal_error' : 'invalid_response';
  return new SupportClientError(code, `${call}: status ${status} without problem details`, { status, isRetryable });
}
