import { SupportError } from '@cscx/support-core';

/** The host's own `authenticate` gave something that is no principal; nothing was answered. */
export class InvalidPrincipalError extends SupportError {
  readonly code = 'invalid_principal';
}
