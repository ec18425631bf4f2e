import { ConnectorError, type ConnectorErrorCode } from '../shared/connector-error.js';
import type { FailedResponse, Failure } from '../shared/vendor-http.js';

/** Intercom's codes that mean more than their status does; a version that lacks an endpoint answers with 400. */
const MEANINGS: Readonly<Partial<Record<string, ConnectorErrorCode>>> = {
  unauthorized: 'connector_unauthorized',
  token_unauthorized: 'connector_unauthorized',
  token_revoked: 'connector_unauthorized',
  token_not_found: 'connector_unauthorized',
  api_plan_restricted: 'connector_forbidden',
  intercom_version_invalid: 'connector_not_found',
  rate_limit_exceeded: 'connector_rate_limited',
};

/** A limit is of 10 seconds; the vendor's clock may run a little behind ours. */
const RESET_MARGIN_MS = 250;

/** The first code of `{type: "error.list", errors: [{code}]}`; what is no plain word is not repeated. */
const vendorCode = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const errors: unknown = Reflect.get(body, 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const code: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'code') : undefined;
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : undefined;
};

/** When the window of a rate limit ends, in milliseconds since the epoch; undefined where Intercom does not say. */
export const windowEnd = (headers: Headers): number | undefined => {
  const seconds = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  return seconds > 0 ? seconds * 1000 : undefined;
};

/**
 * What a failed response means. There is no `Retry-After`: after a 429 the next window begins at `X-RateLimit-Reset`; a
 * reset in the past, as of a clock that is wrong, is not believed.
 */
export const readIntercomFailure = ({ status, headers, body }: FailedResponse, now: number): Failure => {
  const vendor_code = vendorCode(body);
  const end = status === 429 ? windowEnd(headers) : undefined;
  return {
    code: vendor_code === undefined || !Object.hasOwn(MEANINGS, vendor_code) ? undefined : MEANINGS[vendor_code],
    vendor_code,
    ...(end !== undefined && end > now && { retry_after_ms: end - now + RESET_MARGIN_MS }),
  };
};

/** Whether an endpoint is not there for us: no permission, no plan, no such version, or nothing under this id. */
export const isRefused = (error: unknown): boolean =>
  error instanceof ConnectorError && (error.code === 'connector_forbidden' || error.code === 'connector_not_found');
