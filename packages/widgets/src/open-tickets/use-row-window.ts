import { useCallback, useState } from 'react';
import { useBoxSize } from '../charts/use-box-size.js';
import { type RowWindow, rowWindow } from '../tables/row-window.js';

/** Below that CSS makes cards of rows: 640 px of the widget without the borders of its panel. */
const CARDS_BELOW = 638;

/** Heights in CSS, `.sw-grid-row`. */
const ROW_HEIGHT = 44;
const CARD_HEIGHT = 68;

interface RowWindowState extends RowWindow {
  /** For the box that scrolls. */
  boxRef: (box: HTMLDivElement | null) => void;
  onScroll: () => void;
  rowHeight: number;
  /** Rows that fit into the box. */
  pageSize: number;
  scrollToRow: (index: number) => void;
}

/** Draws only the rows of a long list that can be seen; all have the same height. */
export function useRowWindow(count: number, headHeight: number): RowWindowState {
  const { boxRef, box, width, height } = useBoxSize();
  const [top, setTop] = useState(0);
  const isCards = width > 0 && width < CARDS_BELOW;
  const rowHeight = isCards ? CARD_HEIGHT : ROW_HEIGHT;
  const head = isCards ? 0 : headHeight;

  const onScroll = useCallback(() => {
    const scrolled = box?.scrollTop ?? 0;
    // Redraws once a few rows, not at every pixel.
    setTop(scrolled - (scrolled % (4 * rowHeight)));
  }, [box, rowHeight]);

  const scrollToRow = (index: number): void => {
    if (!box) return;
    const rowTop = index * rowHeight;
    const room = box.clientHeight - head;
    if (rowTop < box.scrollTop) box.scrollTo({ top: rowTop });
    else if (rowTop + rowHeight > box.scrollTop + room) box.scrollTo({ top: rowTop + rowHeight - room });
    onScroll();
  };

  const room = Math.max(0, height - head);
  const pageSize = Math.max(1, Math.floor(room / rowHeight));
  return {
    ...rowWindow(count, rowHeight, top, room),
    boxRef,
    onScroll,
    rowHeight,
    pageSize,
    scrollToRow,
  };
}
