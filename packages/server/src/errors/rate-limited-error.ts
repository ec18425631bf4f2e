import { SupportError } from '@cscx/support-core';

/** Too many requests from one key, user or address. */
export class RateLimitedError extends SupportError {
  readonly code = 'rate_limited';
  /** Whole seconds until there is room again. */
  readonly retry_after: number;

  constructor(message: string, retry_after: number) {
    super(message, { isRetryable: true });
    this.retry_after = retry_after;
  }
}
