import { useCallback, useState } from 'react';
import type { Page } from '../data/use-pages.js';
import { type Resource, useResource } from '../data/use-resource.js';

/** A page, and what else its answer says of the whole. */
export interface PageWith<Item, Extra> extends Page<Item> {
  extra: Extra;
}

/** A list with all its pages, or the first of very many. */
export interface AllPages<Item, Extra> {
  items: readonly Item[];
  extra: Extra;
  /** There is more than was loaded. */
  isCut: boolean;
  /** Further pages are on their way. */
  isLoading: boolean;
}

/**
 * Loads all pages of a list one after the other. The first load shows what has come in, and keeps it if it breaks off; a
 * later one changes nothing before it is complete, so that a table does not shrink under a reader's eyes.
 *
 * @param subject - whom the list is about
 * @param loadPage - memoized, another one for each subject and choice; a null cursor ends the list
 * @param most - items after which no further page is asked for
 */
export function useAllPages<Item, Extra>(
  subject: string,
  loadPage: (cursor: string | undefined, signal: AbortSignal) => Promise<PageWith<Item, Extra>>,
  most: number,
): Resource<AllPages<Item, Extra>> {
  const [held, setHeld] = useState<{ loadPage: unknown; soFar: AllPages<Item, Extra>; loadedAt: number }>();
  const load = useCallback(
    async (signal: AbortSignal): Promise<AllPages<Item, Extra>> => {
      let items: readonly Item[] = [];
      let cursor: string | undefined;
      for (;;) {
        // Each page needs the cursor of the one before.
        const page = await loadPage(cursor, signal);
        items = [...items, ...page.items];
        const isLast = page.next_cursor === null || items.length >= most;
        const soFar = { items, extra: page.extra, isCut: page.next_cursor !== null };
        if (isLast) return { ...soFar, isLoading: false };
        if (!signal.aborted) setHeld({ loadPage, soFar: { ...soFar, isLoading: true }, loadedAt: Date.now() });
        cursor = page.next_cursor ?? undefined;
      }
    },
    [loadPage, most],
  );
  const resource = useResource(subject, load);
  if (resource.state === 'ready' || held?.loadPage !== loadPage) return resource;
  const error = resource.state === 'error' ? resource.error : undefined;
  return {
    state: 'ready',
    data: { ...held.soFar, isLoading: error === undefined },
    loadedAt: held.loadedAt,
    isRefreshing: false,
    error,
    isPartial: true,
    reload: resource.state === 'error' ? resource.reload : nothing,
  };
}

const nothing = (): void => undefined;
