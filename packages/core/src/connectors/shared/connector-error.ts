import { SupportError } from '../../errors/support-error.js';

/** What can go wrong between us and a vendor. */
export type ConnectorErrorCode =
  /** The credentials are wrong, expired or revoked: a person has to act. */
  | 'connector_unauthorized'
  /** A scope, a role or a plan is missing. */
  | 'connector_forbidden'
  | 'connector_not_found'
  /** The vendor refused our request as malformed. */
  | 'connector_refused'
  /** No more requests for now; see `retry_at`. */
  | 'connector_rate_limited'
  /** Nobody answers, or with an error of its own, again and again. */
  | 'connector_unavailable'
  /** The answer is not what the vendor's documentation says. */
  | 'connector_bad_response'
  /** The cursor is none of this connector's. */
  | 'connector_bad_cursor'
  /** The vendor's paging goes in a circle. */
  | 'connector_stalled';

/** Details of a {@link ConnectorError}. */
export interface ConnectorErrorDetails {
  /** Such as `zendesk`. */
  connector: string;
  /** What was being done, such as `incremental tickets`; never an address with a token in it. */
  operation: string;
  /** Of the response, where there was one. */
  status?: number | undefined;
  /** The vendor's own code for the error, such as `INVALID_SESSION_ID`. */
  vendor_code?: string | undefined;
  /** Milliseconds since the epoch; no earlier does a new attempt make sense. */
  retry_at?: number | undefined;
  cause?: unknown;
}

const RETRYABLE: readonly ConnectorErrorCode[] = ['connector_rate_limited', 'connector_unavailable'];

/** A support system could not be read. The message names connector and operation, never what was sent or received. */
export class ConnectorError extends SupportError {
  readonly code: ConnectorErrorCode;
  readonly connector: string;
  readonly operation: string;
  readonly status: number | undefined;
  readonly vendor_code: string | undefined;
  readonly retry_at: number | undefined;

  constructor(code: ConnectorErrorCode, expected: string, details: ConnectorErrorDetails) {
    const { connector, operation, status, vendor_code, retry_at, cause } = details;
    const facts = [status, vendor_code].filter((fact) => fact !== undefined).join(' ');
    super(`${connector}: ${operation}: ${expected}${facts && ` (${facts})`}`, {
      isRetryable: RETRYABLE.includes(code),
      cause,
    });
    this.code = code;
    this.connector = connector;
    this.operation = operation;
    this.status = status;
    this.vendor_code = vendor_code;
    this.retry_at = retry_at;
  }
}
