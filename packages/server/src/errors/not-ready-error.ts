import { SupportError } from '@cscx/support-core';

/** The server runs, but its database does not answer or is not on the newest schema. */
export class NotReadyError extends SupportError {
  readonly code = 'not_ready';
}
