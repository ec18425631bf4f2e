/** Rows drawn beyond both edges, so that a quick scroll does not show a gap. */
const OVERSCAN = 4;

/** What stands in the box until it has been measured, and on a server: no fewer than it then needs, or they would be drawn in two steps. */
const FIRST_ROWS = 18;

/** Rows that are drawn; the end is exclusive. */
export interface RowWindow {
  first: number;
  end: number;
}

/**
 * Says which rows of equal height are to be drawn.
 *
 * @param top - pixels scrolled away
 * @param height - pixels of the box that rows can be seen in; 0 when not measured
 */
export function rowWindow(count: number, rowHeight: number, top: number, height: number): RowWindow {
  if (height === 0) return { first: 0, end: Math.min(count, FIRST_ROWS) };
  const uppermost = Math.min(count, Math.floor(top / rowHeight));
  const lowest = uppermost + Math.ceil(height / rowHeight);
  return { first: Math.max(0, uppermost - OVERSCAN), end: Math.min(count, lowest + OVERSCAN) };
}
