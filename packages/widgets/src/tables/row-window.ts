/** Rows that are drawn; the end is exclusive. */
export interface RowWindow {
  first: number;
  end: number;
}

/**
 * Says which rows are to be drawn.
 *
 * @param uppermost - the first one that can be seen; after the last one where a list has become shorter
 * @param seen - how many can be seen at once
 * @param margin - how many beyond both edges
 */
export const rowWindow = (count: number, uppermost: number, seen: number, margin: number): RowWindow => ({
  first: Math.max(0, Math.min(count, uppermost) - margin),
  end: Math.min(count, uppermost + seen + margin),
});
