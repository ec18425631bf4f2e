import { SupportError } from '@cscx/support-core';

/** The stored credentials of a connection cannot be opened: the key is missing, or they are not what was stored. */
export class CredentialsSealedError extends SupportError {
  readonly code = 'credentials_sealed';
}
