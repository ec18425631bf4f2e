import { fileURLToPath } from 'node:url';
import { createSupportServer, openPgliteStore, toNodeListener } from '@cscx/support-server';
import { preview } from 'vite';
import type { RunningServer } from './cscx-support.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Serves the page and the API on data that a command has left, by a clock that tests move. */
export interface ServerWithClock extends RunningServer {
  /** Sets the clock to an instant. */
  setNow: (now: string) => void;
}

export const serveAt = async (dataDir: string): Promise<ServerWithClock> => {
  let clock = new Date(0).toISOString();
  const store = await openPgliteStore({ directory: dataDir });
  const api = toNodeListener(createSupportServer({ store, now: () => clock, logger: silent }));
  const site = await preview({
    root,
    preview: { port: 0, host: '127.0.0.1', proxy: {} },
    logLevel: 'error',
    plugins: [
      {
        name: 'support-api',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            if (request.url?.startsWith('/api/')) void api(request, response);
            else next();
          });
        },
      },
    ],
  });
  const [url] = site.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the server of the page did not start');
  return {
    url,
    setNow(now) {
      clock = now;
    },
    async stop() {
      await site.close();
      await store.close();
    },
  };
};
