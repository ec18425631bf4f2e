import { useCallback, useEffect, useRef, useState } from 'react';

/** One page of a list and the way to the next one. */
export interface Page<Item> {
  items: readonly Item[];
  next_cursor: string | null;
}

/** A list that grows page by page. */
export interface Pages<Item> {
  items: readonly Item[];
  hasMore: boolean;
  isLoading: boolean;
  /** The last page asked for could not be loaded; asking again may help. */
  hasFailed: boolean;
  loadMore: () => void;
}

/** Items at hand as a list that is all there; a list as it is. */
export const listOf = <Item>(list: readonly Item[] | Pages<Item>): Pages<Item> =>
  'items' in list
    ? list
    : { items: list, hasMore: false, isLoading: false, hasFailed: false, loadMore: () => undefined };

interface Grown<Item> extends Page<Item> {
  /** What it has grown from. */
  first?: Page<Item>;
  isLoading?: boolean;
  hasFailed?: boolean;
}

/**
 * Appends pages to a first one; begins anew when the first one is another.
 *
 * @param first - memoized
 */
export function usePages<Item>(
  first: Page<Item>,
  load: (cursor: string, signal: AbortSignal) => Promise<Page<Item>>,
): Pages<Item> {
  const [held, setHeld] = useState<Grown<Item>>();
  const call = useRef<AbortController>(undefined);
  useEffect(() => () => call.current?.abort(), [first]);

  const grown: Grown<Item> = held?.first === first ? held : first;
  const { items, next_cursor, isLoading = false, hasFailed = false } = grown;

  const loadMore = useCallback(() => {
    if (next_cursor === null) return;
    const controller = new AbortController();
    call.current?.abort();
    call.current = controller;
    const set = (change: Partial<Grown<Item>>): void => {
      if (!controller.signal.aborted) setHeld({ first, items, next_cursor, ...change });
    };
    set({ isLoading: true });
    load(next_cursor, controller.signal).then(
      (page) => set({ items: [...items, ...page.items], next_cursor: page.next_cursor }),
      () => set({ hasFailed: true }),
    );
  }, [first, items, next_cursor, load]);

  return { items, hasMore: next_cursor !== null, isLoading, hasFailed, loadMore };
}
