/**
 * One metric, computed in one pass: what it counts of each ticket, and what the counts say. A tally is plain data of counts
 * alone, so that tallies of parts of the tickets can be added up (`mergeCounts`) to the tally of all.
 */
export interface MetricPart<View, Context, Tally, Result> {
  start: (context: Context) => Tally;
  /** Counts one ticket. */
  add: (tally: Tally, view: View, context: Context) => void;
  result: (tally: Tally, context: Context) => Result;
}

/** Computes one metric alone. */
export const measure = <View, Context, Tally, Result>(
  { start, add, result }: MetricPart<View, Context, Tally, Result>,
  views: Iterable<View>,
  context: Context,
): Result => {
  const tally = start(context);
  for (const view of views) add(tally, view, context);
  return result(tally, context);
};
