import type { z } from 'zod';
import { ConnectorError } from '../shared/connector-error.js';
import type { RateReading } from '../shared/rate-budget.js';
import { type FailedResponse, type Failure, retryAfter } from '../shared/vendor-http.js';

/** How long to wait where Zendesk does not say, in milliseconds: 409 is an edit conflict that passes. */
const PAUSES: Readonly<Record<number, number>> = { 409: 10_000, 429: 60_000, 503: 60_000 };

const SHORT_CODE = /^[A-Za-z_]{1,40}$/;

/** Zendesk's own word for an error: a short one, under `error`. */
const vendorCode = (body: unknown): string | undefined => {
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'error') : undefined;
  return typeof code === 'string' && SHORT_CODE.test(code) ? code : undefined;
};

/** What a response that is no success means. */
export const readZendeskFailure = ({ status, headers, body }: FailedResponse, now: number): Failure => ({
  vendor_code: vendorCode(body),
  retry_after_ms: retryAfter(headers, now) ?? PAUSES[status],
});

/** The same for the token endpoint: a refresh token that was used before, or revoked, comes back as 400 or 401. */
export const readTokenFailure = (response: FailedResponse, now: number): Failure => ({
  ...readZendeskFailure(response, now),
  ...((response.status === 400 || response.status === 403) && { code: 'connector_unauthorized' }),
});

const numberIn = (headers: Headers, name: string): number => Number(headers.get(name) ?? Number.NaN);

/** What a response tells of the account's limit. */
export const readZendeskRate = (headers: Headers, now: number): RateReading | null => {
  const limit = numberIn(headers, 'x-rate-limit');
  const remaining = numberIn(headers, 'x-rate-limit-remaining');
  if (Number.isNaN(limit) || Number.isNaN(remaining)) return null;
  const resets = numberIn(headers, 'ratelimit-reset');
  return { limit, remaining, ...(resets >= 0 && { resets_at: now + resets * 1000 }) };
};

/**
 * Reads the frame of a response, in which the records are.
 *
 * @throws ConnectorError for a success without the documented fields
 */
export const readEnvelope = <Envelope>(schema: z.ZodType<Envelope>, document: unknown, operation: string): Envelope => {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.map(String).join('.');
  const expected = `the answer is not what was expected${field ? `: ${field}` : ''}`;
  throw new ConnectorError('connector_bad_response', expected, { connector: 'zendesk', operation });
};
