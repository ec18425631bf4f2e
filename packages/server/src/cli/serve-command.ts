import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { type Command, Option } from 'commander';
import { apiKeyAccess } from '../auth/api-key-access.js';
import { firstOf } from '../auth/authenticate.js';
import { DEMO, demoAccess } from '../auth/demo-access.js';
import { createSupportServer } from '../create-support-server.js';
import { createSite } from '../http/site.js';
import { createLogger, LOG_LEVELS, type LogLevel } from '../logger.js';
import { startControlServer } from './control/start-control-server.js';
import { ensureDemo } from './ensure-demo.js';
import { interruptible } from './interruptible.js';
import { openConfiguredStore, type StoreConfiguration } from './open-configured-store.js';
import { databaseUrlOption, dataDirOption, parsePort } from './options.js';

interface ServeOptions extends StoreConfiguration {
  port: number;
  host: string;
  demo?: boolean;
  site?: string;
  logLevel: LogLevel;
}

const API_PATHS = /^\/(?:api|health)\/|^\/openapi\.json$/;

const now = () => new Date().toISOString();

const listen = async (server: ServerType, { port, host }: ServeOptions): Promise<URL> => {
  server.listen(port, host);
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
};

const SHUTDOWN_MS = 10_000;

/** Lets requests that are being answered finish. */
const shutDown = async (server: ServerType): Promise<void> => {
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

const serve = async (options: ServeOptions, signal: AbortSignal): Promise<void> => {
  const site = options.site === undefined ? undefined : await createSite(resolve(options.site));
  const store = await openConfiguredStore(options);
  const control = await startControlServer({ store, now });
  try {
    await store.announce(control.address);
    if (options.demo) await ensureDemo(store, { now: now(), signal });
    const keys = apiKeyAccess(store);
    const { fetch } = createSupportServer({
      store,
      now,
      authenticate: options.demo ? firstOf(demoAccess, keys) : keys,
      logger: createLogger(options.logLevel),
    });
    const server = createAdaptorServer({
      fetch: (request, bindings) =>
        site && !API_PATHS.test(new URL(request.url).pathname) ? site.fetch(request) : fetch(request, bindings),
    });
    console.log(welcome(await listen(server, options), options));
    if (!signal.aborted) await once(signal, 'abort');
    await shutDown(server);
  } finally {
    await control.close();
    await store.close();
  }
};

/** Adds `serve`. */
export const addServeCommand = (program: Command): void => {
  program
    .command('serve')
    .description('answer the API, and with --site the dashboard')
    .addOption(new Option('--port <port>', '0 takes any that is free').env('PORT').default(4560).argParser(parsePort))
    .addOption(new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1'))
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .option('--demo', `fill the organization "${DEMO}" with generated data and accept the token "${DEMO}" on loopback`)
    .option('--no-demo', 'neither of these; the default of the command, but not of npm start')
    .option('--site <dir>', 'a built web page to serve beside the API')
    .addOption(
      new Option('--log-level <level>', 'from which severity on to log, as JSON lines on standard error')
        .env('LOG_LEVEL')
        .choices(LOG_LEVELS)
        .default('warn'),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ cscx-support serve --demo
  $ PORT=8080 DATABASE_URL=postgres://support@db/support cscx-support serve --host 0.0.0.0`,
    )
    .action((options: ServeOptions) => interruptible((signal) => serve(options, signal)));
};
