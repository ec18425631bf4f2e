import { SupportError } from '../../errors/support-error.js';

/**
 * A file that is not what it says, or ends before it should: nothing after the named place was read.
 * What was handed over before it is still good.
 */
export class UnreadableFileError extends SupportError {
  readonly code = 'unreadable_file';
}
