import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type Page, type Pages, usePages } from './use-pages.js';
import { type Resource, useResource } from './use-resource.js';

/** Which part of a list to load. */
export interface PageRequest {
  /** Absent: from the beginning. */
  cursor?: string | undefined;
  /** Absent: as many as the API thinks fit. */
  limit?: number | undefined;
}

/** The most records that the API puts on a page. */
const MAX_LIMIT = 500;

const NOTHING: Page<never> = { items: [], next_cursor: null };

/**
 * Loads a list page by page and keeps it fresh. A refresh asks for as many records as are on screen, so that the list does
 * not shrink under a person who has paged on.
 *
 * @param load - memoized
 * @param pageOf - one function for good
 */
export function usePagedResource<Data, Item>(
  subject: string,
  load: (page: PageRequest, signal: AbortSignal) => Promise<Data>,
  pageOf: (data: Data) => Page<Item>,
  pageSize?: number,
): { resource: Resource<Data>; pages: Pages<Item> } {
  const shown = useRef({ load, limit: pageSize });
  const loadFirst = useCallback(
    (signal: AbortSignal) => {
      return load({ limit: shown.current.load === load ? shown.current.limit : pageSize }, signal);
    },
    [load, pageSize],
  );
  const resource = useResource(subject, loadFirst);

  const data = resource.state === 'ready' ? resource.data : undefined;
  const first = useMemo(() => (data === undefined ? NOTHING : pageOf(data)), [data, pageOf]);
  const loadPage = useCallback(
    async (cursor: string, signal: AbortSignal) => pageOf(await load({ cursor, limit: pageSize }, signal)),
    [load, pageOf, pageSize],
  );
  const pages = usePages<Item>(first, loadPage);
  const { length } = pages.items;
  const hasGrown = length > first.items.length;
  useEffect(() => {
    if (hasGrown) shown.current = { load, limit: Math.min(length, MAX_LIMIT) };
  }, [load, length, hasGrown]);
  return { resource, pages };
}
