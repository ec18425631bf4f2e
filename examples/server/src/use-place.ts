import { useSyncExternalStore } from 'react';

/** Where in the page somebody is; it stands in the address, so that it can be sent to a colleague. */
export interface Place {
  /** Null on the overview. */
  customerId: string | null;
  /** A period of the API, such as `this_month` or `2026-Q1`. */
  period: string;
}

/** Day of the month from which on it says something: before it, most tickets are still open and few are rated. */
const MONTH_SPEAKS_FROM = 10;

const defaultPeriod = new Date().getDate() < MONTH_SPEAKS_FROM ? 'last_30_days' : 'this_month';

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const readPlace = (hash: string): Place => {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [, customerId] = /^\/customers\/([^/]+)$/.exec(path) ?? [];
  return {
    customerId: customerId === undefined ? null : decoded(customerId),
    period: new URLSearchParams(query).get('period') ?? defaultPeriod,
  };
};

const addressOf = ({ customerId, period }: Place): string => {
  const path = customerId === null ? '/' : `/customers/${encodeURIComponent(customerId)}`;
  return period === defaultPeriod ? `#${path}` : `#${path}?${new URLSearchParams({ period }).toString()}`;
};

const subscribe = (onChange: () => void): (() => void) => {
  globalThis.addEventListener('hashchange', onChange);
  return () => globalThis.removeEventListener('hashchange', onChange);
};

/** The place in the page, and the way to another one; the browser's back button works. */
export const usePlace = (): { place: Place; goTo: (change: Partial<Place>) => void } => {
  const place = readPlace(useSyncExternalStore(subscribe, () => globalThis.location.hash));
  return {
    place,
    goTo: (change) => {
      globalThis.location.hash = addressOf({ ...place, ...change });
    },
  };
};
