import { createSupportClient, type SupportClient } from '@cscx/support-client';

/** The tab's own key, forgotten with it; without one the demo's, which only a demo server takes. */
const STORAGE_KEY = 'cscx-support-key';
const DEMO_KEY = 'demo';

/** The key that somebody pasted in this tab; null while the page shows the demo. */
export const pastedKey = (): string | null => sessionStorage.getItem(STORAGE_KEY);

/** Keeps a key for as long as the tab is open; null goes back to the demo. */
export const keepKey = (key: string | null): void => {
  if (key === null) sessionStorage.removeItem(STORAGE_KEY);
  else sessionStorage.setItem(STORAGE_KEY, key);
};

/**
 * A client of the server that served this page.
 *
 * @param key - an API key; null for the demo's
 * @param onRefused - called when the server does not take the key
 */
export const createPageClient = (key: string | null, onRefused: () => void): SupportClient =>
  createSupportClient({
    baseUrl: '/',
    getToken: ({ reason }) => {
      if (reason === 'expired') onRefused();
      return key ?? DEMO_KEY;
    },
  });
