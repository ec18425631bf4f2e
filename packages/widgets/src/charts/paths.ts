/** In pixels. */
export type Place = readonly [x: number, y: number];

/** A line through places, as the `d` of a path; broken where there is none. */
export const linePath = (places: readonly (Place | null)[]): string =>
  runs(places)
    .map((run) => `M${run.join('L')}`)
    .join('');

/** The area between two lines, which have places at the same points. */
export const areaPath = (edges: readonly (readonly [upper: Place, lower: Place] | null)[]): string =>
  runs(edges)
    .map((run) => `M${[...run.map(([upper]) => upper), ...run.map(([, lower]) => lower).toReversed()].join('L')}Z`)
    .join('');

/** What follows each other without a gap. */
function runs<Each>(all: readonly (Each | null)[]): Each[][] {
  const found: Each[][] = [[]];
  for (const each of all) {
    if (each === null) found.push([]);
    else found.at(-1)?.push(each);
  }
  return found.filter((run) => run.length > 0);
}
