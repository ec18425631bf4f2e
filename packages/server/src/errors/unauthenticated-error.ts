import { SupportError } from '@cscx/support-core';

/** The request carries no credentials, or none that are known. */
export class UnauthenticatedError extends SupportError {
  readonly code = 'unauthenticated';
}
