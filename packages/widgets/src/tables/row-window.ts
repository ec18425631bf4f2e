/** Rows drawn beyond both edges, so that a quick scroll does not show a gap. */
const OVERSCAN = 4;

/** What stands in the scrolled box until it has been measured, and on a server. */
const FIRST_ROWS = 16;

/** Rows that are drawn; the end is exclusive. */
export interface RowWindow {
  first: number;
  end: number;
}

/**
 * Says which rows of equal height are to be drawn.
 *
 * @param top - pixels scrolled away
 * @param height - pixels of the box; 0 when not measured
 */
export function rowWindow(count: number, rowHeight: number, top: number, height: number): RowWindow {
  if (height === 0) return { first: 0, end: Math.min(count, FIRST_ROWS) };
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - OVERSCAN);
  return { first, end: Math.min(count, first + Math.ceil(height / rowHeight) + 2 * OVERSCAN) };
}
