const BRAND = Symbol.for('@cscx/support-core/SupportError');

/** Details of a {@link SupportError}. */
export interface SupportErrorOptions {
  /** Whether the same call may succeed later. @default false */
  isRetryable?: boolean;
  cause?: unknown;
}

/**
 * The base of every error that these packages throw on purpose. Messages name fields and
 * operations, never ticket text, e-mail addresses or tokens.
 *
 * @example
 * try {
 *   parsePeriod('someday', { now, timezone: 'UTC' });
 * } catch (error) {
 *   if (isSupportError(error)) console.error(error.code); // 'invalid_input'
 * }
 */
export abstract class SupportError extends Error {
  abstract readonly code: string;
  readonly isRetryable: boolean;
  readonly [BRAND] = true;

  constructor(message: string, { isRetryable = false, cause }: SupportErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.isRetryable = isRetryable;
  }
}

/** Recognises a {@link SupportError}, also one of another copy of this package. */
export const isSupportError = (value: unknown): value is SupportError =>
  typeof value === 'object' && value !== null && BRAND in value;
