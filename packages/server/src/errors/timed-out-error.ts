import { SupportError } from '@cscx/support-core';

/** An answer took longer than a caller should wait. */
export class TimedOutError extends SupportError {
  readonly code = 'timeout';
}
