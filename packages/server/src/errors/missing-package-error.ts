import { SupportError } from '@cscx/support-core';

/** An optional package that is needed for this is not installed. */
export class MissingPackageError extends SupportError {
  readonly code = 'missing_package';
}
