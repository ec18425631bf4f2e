/** A half-open stretch of time `[from, to)`, milliseconds since the epoch. */
export interface TimeRange {
  from: number;
  to: number;
}

/** Says whether a moment lies in a half-open range. */
export const isWithin = (at: number, { from, to }: TimeRange): boolean => at >= from && at < to;

/** Joins overlapping and touching ranges, and puts them in order; empty ranges vanish. */
export const unionRanges = (ranges: readonly TimeRange[]): TimeRange[] => {
  const union: TimeRange[] = [];
  for (const range of ranges.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else union.push({ ...range });
  }
  return union;
};
