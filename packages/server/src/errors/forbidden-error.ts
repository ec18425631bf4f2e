import { SupportError } from '@cscx/support-core';

/** The caller is known, but its credentials are not good for this. */
export class ForbiddenError extends SupportError {
  readonly code = 'forbidden';
}
