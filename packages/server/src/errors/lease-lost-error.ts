import { SupportError } from '@cscx/support-core';

/** Another process reads the connection now: this one took too long to say that it is still at it. */
export class LeaseLostError extends SupportError {
  readonly code = 'lease_lost';

  constructor(connectionId: string) {
    super(`${connectionId} is read by another process now; what this one has stored before stays`, {
      isRetryable: true,
    });
  }
}
