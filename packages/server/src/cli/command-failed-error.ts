import { SupportError } from '@cscx/support-core';

/** A command did not do what it was asked to. */
export class CommandFailedError extends SupportError {
  readonly code = 'command_failed';
}
