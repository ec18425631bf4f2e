import type { TimeRange } from '../time/time-range.js';

/** A value and the time through which it held; the last one's `to` is infinite. */
export interface Span<Value> extends TimeRange {
  value: Value;
  /** The vendor's word for the value, where it is known. */
  raw: string | null;
}

/** What held at a moment: of spans that begin then, the last; undefined before the first. */
export const spanAt = <Value>(spans: readonly Span<Value>[], at: number): Value | undefined => {
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index];
    if (span && span.from <= at) return span.value;
  }
  return undefined;
};
