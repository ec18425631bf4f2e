import { createSupportClient, type SupportClient } from '@cscx/support-client';

/** The tab's own key, forgotten with it; without one the demo's, which only a demo server takes. */
const STORAGE_KEY = 'cscx-support-key';
const DEMO_KEY = 'demo';

const accessKey = (): string => sessionStorage.getItem(STORAGE_KEY) ?? DEMO_KEY;

/** Keeps a key for as long as the tab is open. */
export const keepAccessKey = (key: string): void => sessionStorage.setItem(STORAGE_KEY, key);

/**
 * A client of the server that served this page.
 *
 * @param onRefused - called when the server takes the key no more
 */
export const createPageClient = (onRefused: () => void): SupportClient =>
  createSupportClient({
    baseUrl: '/',
    getToken: ({ reason }) => {
      if (reason === 'expired') onRefused();
      return accessKey();
    },
  });
