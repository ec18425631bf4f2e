import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { DEMO } from '../auth/demo-access.js';
import { createSupportServer, type SupportServer } from '../create-support-server.js';
import { createSite } from '../http/site.js';
import { startingApp } from '../http/starting-app.js';
import { createLogger, type LogLevel } from '../logger.js';
import type { SyncWorker } from '../sync/start-sync-worker.js';
import type { AccessOptions } from './access-options.js';
import { configuredAccess } from './configured-access.js';
import { configuredServices } from './configured-services.js';
import { type ControlServer, startControlServer } from './control/start-control-server.js';
import { ensureDemo } from './ensure-demo.js';
import { openConfiguredStore, type StoreConfiguration } from './open-configured-store.js';
import { startConfiguredWorker } from './start-configured-worker.js';
import type { WorkerOptions } from './worker-options.js';

/** How the server is run. */
export interface ServeOptions extends StoreConfiguration, AccessOptions, WorkerOptions {
  port: number;
  host: string;
  site?: string;
  logLevel: LogLevel;
}

const API_PATHS = /^\/(?:api|health)\/|^\/(?:openapi\.json|metrics)$/;

const now = () => new Date().toISOString();

/** How long a client may take to send the head of a request, and all of it. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;

const listen = async (server: ServerType, { port, host }: ServeOptions): Promise<URL> => {
  server.listen(port, host);
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
};

const SHUTDOWN_MS = 10_000;

/** Lets requests that are being answered finish. */
const shutDown = async (server: ServerType): Promise<void> => {
  if (!server.listening) return;
  server.close();
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const impatience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), SHUTDOWN_MS);
  await once(server, 'close');
  clearTimeout(impatience);
};

const welcome = (url: URL, { demo, dataDir, databaseUrl }: ServeOptions): string =>
  [
    `CSCX Support Metrics: ${url.href}`,
    `  data       ${databaseUrl === undefined ? resolve(dataDir) : 'PostgreSQL'}`,
    ...(demo ? [`  demo       organization "${DEMO}", bearer token "${DEMO}" (from this machine only)`] : []),
    '  your own   npx cscx-support import FILE --mapping MAPPING --organization ORG',
    '             npx cscx-support api-key create --organization ORG',
    '  stop       Ctrl-C',
  ].join('\n');

/** Answers the API, and the web page where there is one, until the signal says to stop. */
export const serve = async (options: ServeOptions, signal: AbortSignal): Promise<void> => {
  const accessTo = configuredAccess(options);
  const site = options.site === undefined ? undefined : await createSite(resolve(options.site));
  const logger = createLogger(options.logLevel);
  const services = configuredServices();
  // It listens before the database is there, so that whoever starts it sees that it is alive while a schema changes.
  let answer: SupportServer['fetch'] = async (request) => startingApp().fetch(request);
  const server = createAdaptorServer({
    serverOptions: { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS },
    fetch: (request, bindings) =>
      site && !API_PATHS.test(new URL(request.url).pathname) ? site.fetch(request) : answer(request, bindings),
  });
  const url = await listen(server, options);
  let store: Awaited<ReturnType<typeof openConfiguredStore>> | undefined;
  let control: ControlServer | undefined;
  let worker: SyncWorker | undefined;
  try {
    store = await openConfiguredStore(options);
    control = await startControlServer({ store, services, now });
    await store.announce(control.address);
    if (options.demo) await ensureDemo(store, { now: now(), signal });
    const { fetch } = createSupportServer({
      store,
      now,
      ...accessTo(store),
      logger,
      metrics_token: process.env['METRICS_TOKEN'],
      ...(services && { webhooks: { services, wake: () => worker?.wake() } }),
    });
    worker = await startConfiguredWorker(options, { store, services, now, logger });
    answer = fetch;
    console.log(welcome(url, options));
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await Promise.all([shutDown(server), worker?.stop()]);
    await control?.close();
    await store?.close();
  }
};
