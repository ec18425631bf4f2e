import * as z from 'zod';
import { ConnectorError } from '../shared/connector-error.js';
import { type FailedResponse, type Failure, retryAfter } from '../shared/vendor-http.js';

/** What Freshdesk asks to wait where it does not say. */
const DEFAULT_RETRY_MS = 60_000;

/** `{code}` of a refusal, or the first wrong field of a request. */
const failureSchema = z.object({
  code: z.string().max(60).optional().catch(undefined),
  errors: z
    .array(z.object({ field: z.string().max(60) }))
    .optional()
    .catch(undefined),
});

/** Reads a failed response: `invalid_credentials`, `access_denied`, `require_feature`, or the field of a bad request. */
export const readFreshdeskFailure = ({ status, headers, body }: FailedResponse, now: number): Failure => {
  const { data } = failureSchema.safeParse(body);
  const vendor_code = data?.code ?? data?.errors?.[0]?.field;
  return {
    vendor_code,
    ...(status === 429 && { retry_after_ms: retryAfter(headers, now) ?? DEFAULT_RETRY_MS }),
  };
};

/** Says whether a request was refused because of its paging rather than of what it asks for. */
export const isPageRefusal = (error: unknown): boolean =>
  error instanceof ConnectorError && error.code === 'connector_refused' && error.vendor_code === 'page';

/** Says whether a request was refused because of something else that it asks for. */
export const isRequestRefusal = (error: unknown): boolean =>
  error instanceof ConnectorError && error.code === 'connector_refused' && error.vendor_code !== 'page';

/** Says whether a plan, a scope or a role is missing. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof ConnectorError && error.code === 'connector_forbidden';

/** Says whether something is not there, or no longer. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ConnectorError && error.code === 'connector_not_found';

/** Says whether something is missing or may not be read: whoever can do without it goes on. */
export const isOutOfReach = (error: unknown): boolean => isForbidden(error) || isNotFound(error);
