import { useCallback, useState } from 'react';
import { useMeasuredBox } from '../parts/use-measured-box.js';
import { type RowWindow, rowWindow } from '../tables/row-window.js';

/** Below that CSS makes cards of rows: 640 px of the widget without the borders of its panel. */
const CARDS_BELOW = 638;

/** Heights in CSS: of `.sw-grid-row`, and of the head, which cards lack. */
const ROWS = { height: 44, head: 36 };
const CARDS = { height: 68, head: 0 };

/** Rows drawn beyond both edges, so that a quick scroll does not show a gap; none before somebody comes near. */
const MARGIN = 4;

/** Until it is measured, and on a server: as in a box of its full height, so that nothing is drawn in two steps. */
const UNMEASURED = { isCards: false, seen: 14 };

interface RowWindowState extends RowWindow {
  /** For the box that scrolls. */
  boxRef: (box: HTMLDivElement | null) => void;
  onScroll: () => void;
  /** A pointer comes, which may scroll next. */
  onPointerEnter: () => void;
  rowHeight: number;
  /** Whole rows that fit into the box. */
  pageSize: () => number;
  scrollToRow: (index: number) => void;
}

/** Draws only the rows of a long list that can be seen; all have the same height. */
export function useRowWindow(count: number): RowWindowState {
  const [{ isCards, seen }, setMeasured] = useState(UNMEASURED);
  const [top, setTop] = useState(0);
  const [margin, setMargin] = useState(0);
  const { boxRef, box } = useMeasuredBox(
    useCallback(({ clientWidth, clientHeight }) => {
      const cards = clientWidth < CARDS_BELOW;
      const { height, head } = cards ? CARDS : ROWS;
      const next = { isCards: cards, seen: Math.ceil(Math.max(0, clientHeight - head) / height) };
      setMeasured((last) => (last.isCards === next.isCards && last.seen === next.seen ? last : next));
    }, []),
  );
  const { height, head } = isCards ? CARDS : ROWS;

  const onPointerEnter = (): void => setMargin(MARGIN);

  const onScroll = (): void => {
    setMargin(MARGIN);
    const scrolled = box.current?.scrollTop ?? 0;
    // Redraws once a few rows, not at every pixel.
    setTop(scrolled - (scrolled % (4 * height)));
  };

  const room = (): number => Math.max(0, (box.current?.clientHeight ?? 0) - head);

  const scrollToRow = (index: number): void => {
    if (!box.current) return;
    const rowTop = index * height;
    const { scrollTop } = box.current;
    if (rowTop < scrollTop) box.current.scrollTo({ top: rowTop });
    else if (rowTop + height > scrollTop + room()) box.current.scrollTo({ top: rowTop + height - room() });
    onScroll();
  };

  return {
    ...rowWindow(count, Math.floor(top / height), seen, margin),
    boxRef,
    onScroll,
    onPointerEnter,
    rowHeight: height,
    pageSize: () => Math.max(1, Math.floor(room() / height)),
    scrollToRow,
  };
}
