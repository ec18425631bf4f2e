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

/** What is left of a range without `holes`, which must be in order and must not overlap. */
export const subtractRanges = (range: TimeRange, holes: readonly TimeRange[]): TimeRange[] => {
  const rest: TimeRange[] = [];
  let from = range.from;
  for (const hole of holes) {
    if (hole.to <= from || hole.from >= range.to) continue;
    if (hole.from > from) rest.push({ from, to: hole.from });
    from = hole.to;
  }
  if (from < range.to) rest.push({ from, to: range.to });
  return rest;
};
