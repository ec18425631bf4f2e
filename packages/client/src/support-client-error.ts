import type { InputIssue, SupportErrorOptions } from '@cscx/support-core';
import type { ProblemDetails } from '@cscx/support-core/api';
import { isSupportError, SupportError } from './core.js';

/**
 * What went wrong: the API's own codes, and those of a call that never got a proper answer. `invalid_response` is an
 * answer that is not the API's, as from a wrong `baseUrl`.
 */
export type SupportClientErrorCode = ProblemDetails['code'] | 'network' | 'timeout' | 'aborted' | 'invalid_response';

/** Details of a {@link SupportClientError}. */
export interface SupportClientErrorDetails extends SupportErrorOptions {
  /** HTTP status, where there was an answer. */
  status?: number | undefined;
  /** The server's name for this request, to quote in a report. */
  request_id?: string | undefined;
  /** Every bad field: of the request for `invalid_input`, of the answer for `invalid_response`. */
  issues?: readonly InputIssue[] | undefined;
}

/**
 * The one error that calls of the client reject with.
 *
 * @example
 * try {
 *   await client.getCustomerMetrics({ customerId: 'acme' });
 * } catch (error) {
 *   if (isSupportClientError(error) && error.code === 'not_found') showUnknownCustomer();
 * }
 */
export class SupportClientError extends SupportError {
  readonly code: SupportClientErrorCode;
  readonly status: number | undefined;
  readonly request_id: string | undefined;
  readonly issues: readonly InputIssue[];

  constructor(code: SupportClientErrorCode, message: string, details: SupportClientErrorDetails = {}) {
    super(message, details);
    this.code = code;
    this.status = details.status;
    this.request_id = details.request_id;
    this.issues = details.issues ?? [];
  }
}

/** Recognises a {@link SupportClientError}, also one of another copy of this package. */
export const isSupportClientError = (value: unknown): value is SupportClientError =>
  isSupportError(value) && 'request_id' in value;
