import { SupportError } from '@cscx/support-core';

/** What was asked for does not exist for whoever asked: it is absent, or another organization's. */
export class NotFoundError extends SupportError {
  readonly code = 'not_found';
}
