import { SupportError } from '@cscx/support-core';

/** The body of a request is not what the route reads. */
export class UnsupportedMediaTypeError extends SupportError {
  readonly code = 'unsupported_media_type';
}
