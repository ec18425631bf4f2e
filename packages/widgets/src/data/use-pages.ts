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
  first: Page<Item>;
  isLoading: boolean;
  hasFailed: boolean;
}

const begin = <Item>(first: Page<Item>): Grown<Item> => ({ ...first, first, isLoading: false, hasFailed: false });

/**
 * Appends pages to a first one; begins anew when the first one is another.
 *
 * @param first - memoized
 */
export function usePages<Item>(
  first: Page<Item>,
  load: (cursor: string, signal: AbortSignal) => Promise<Page<Item>>,
): Pages<Item> {
  const [held, setHeld] = useState(() => begin(first));
  const call = useRef<AbortController>(undefined);
  useEffect(() => () => call.current?.abort(), [first]);

  const grown = held.first === first ? held : begin(first);
  const { items, next_cursor, isLoading, hasFailed } = grown;

  const loadMore = useCallback(() => {
    if (next_cursor === null) return;
    const controller = new AbortController();
    call.current?.abort();
    call.current = controller;
    const asked = { first, items, next_cursor, isLoading: true, hasFailed: false };
    const settle = (change: Partial<Grown<Item>>): void => {
      if (!controller.signal.aborted) setHeld({ ...asked, isLoading: false, ...change });
    };
    setHeld(asked);
    load(next_cursor, controller.signal).then(
      (page) => settle({ items: [...items, ...page.items], next_cursor: page.next_cursor }),
      () => settle({ hasFailed: true }),
    );
  }, [first, items, next_cursor, load]);

  return { items, hasMore: next_cursor !== null, isLoading, hasFailed, loadMore };
}
