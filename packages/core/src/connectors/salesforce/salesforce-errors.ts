import * as z from 'zod';
import { type ConnectorErrorCode, ConnectorError } from '../shared/connector-error.js';
import type { FailedResponse, Failure } from '../shared/vendor-http.js';

const apiErrorSchema = z.array(z.object({ errorCode: z.string(), message: z.string().nullish() })).min(1);
const oauthErrorSchema = z.object({ error: z.string(), error_description: z.string().nullish() });

/** The pool of requests refills over 24 hours: asking every few seconds would only use it up. */
const DAILY_LIMIT_PAUSE_MS = 30 * 60_000;
const CONCURRENCY_PAUSE_MS = 10_000;

const CODES: Readonly<Record<string, ConnectorErrorCode>> = {
  INVALID_SESSION_ID: 'connector_unauthorized',
  INVALID_AUTH_HEADER: 'connector_unauthorized',
  REQUEST_LIMIT_EXCEEDED: 'connector_rate_limited',
  SERVER_UNAVAILABLE: 'connector_unavailable',
  QUERY_TIMEOUT: 'connector_refused',
  INVALID_QUERY_LOCATOR: 'connector_refused',
  MALFORMED_QUERY: 'connector_refused',
  INVALID_FIELD: 'connector_refused',
  INVALID_TYPE: 'connector_not_found',
  NOT_FOUND: 'connector_not_found',
  INSUFFICIENT_ACCESS: 'connector_forbidden',
  INSUFFICIENT_ACCESS_OR_READONLY: 'connector_forbidden',
  API_DISABLED_FOR_ORG: 'connector_forbidden',
  API_CURRENTLY_DISABLED: 'connector_forbidden',
  FUNCTIONALITY_NOT_ENABLED: 'connector_forbidden',
};

/** Two 401 that a new token does not cure: renewing would go in a circle, and it is not one list that is refused. */
const NOT_CURED = ['not attached to agent', 'not valid for use with the rest api'];

/** What an OAuth refusal comes from, by its description. */
const OAUTH_CAUSES: readonly (readonly [description: string, cause: string])[] = [
  ['no client credentials user', 'no_run_as_user'],
  ['no valid scopes', 'no_api_scope'],
  ["hasn't approved this consumer", 'not_approved'],
  ['expired access/refresh token', 'expired'],
  ['inactive user', 'inactive_user'],
  ['request not supported on this domain', 'wrong_domain'],
];

const readApiError = (status: number, errorCode: string, message: string): Failure => {
  const text = message.toLowerCase();
  const vendor_code = errorCode;
  if (status === 401 && NOT_CURED.some((part) => text.includes(part)))
    return { code: 'connector_refused', vendor_code };
  const code = CODES[errorCode];
  if (code !== 'connector_rate_limited') return { ...(code && { code }), vendor_code };
  const isShort = text.includes('concurrent');
  return { code, vendor_code, retry_after_ms: isShort ? CONCURRENCY_PAUSE_MS : DAILY_LIMIT_PAUSE_MS };
};

const readOauthError = (error: string, description: string): Failure => {
  const text = description.toLowerCase();
  const [, cause] = OAUTH_CAUSES.find(([part]) => text.includes(part)) ?? [];
  return { code: 'connector_unauthorized', vendor_code: cause === undefined ? error : `${error}: ${cause}` };
};

/** A retired version is not a missing record: only a person can choose another. */
const RETIRED: Failure = { code: 'connector_refused', vendor_code: 'API_VERSION_RETIRED' };

/** Reads a response that is no success: a list of errors, an OAuth error, or a page of HTML or nothing. */
export const readSalesforceFailure = ({ status, body }: FailedResponse): Failure => {
  if (status === 410) return RETIRED;
  const api = apiErrorSchema.safeParse(body).data?.[0];
  if (api) return readApiError(status, api.errorCode, api.message ?? '');
  const oauth = status < 500 ? oauthErrorSchema.safeParse(body).data : undefined;
  if (oauth) return readOauthError(oauth.error, oauth.error_description ?? '');
  return status === 406 ? { code: 'connector_unavailable' } : {};
};

/** Says whether an error is one that Salesforce calls so. */
export const isSalesforceError = (error: unknown, vendorCode: string): boolean =>
  error instanceof ConnectorError && error.vendor_code === vendorCode;
