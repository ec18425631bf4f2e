import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { runCli, startCli } from '../__fixtures__/run-cli.js';
import { startTestPostgres } from '../__fixtures__/start-test-postgres.js';

/** What Kysely locks while it migrates. */
const MIGRATION_LOCK = '3853314791062309107';

/** Two processes and a PostgreSQL are started. */
const PATIENCE_MS = 60_000;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const statusOf = async (url: string): Promise<number | null> => {
  try {
    return (await fetch(url)).status;
  } catch {
    return null;
  }
};

test('a wrong environment is told whole, and nothing is started', async () => {
  const { exit, stdout, stderr } = await runCli(['serve'], { PORT: '99999', RATE_LIMIT: 'often', LOG_LEVEL: 'debug' });
  expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
  expect(stderr).toBe(
    'cscx-support: environment: PORT: expected a port from 0 to 65535, such as 4560; ' +
      'LOG_LEVEL: expected one of info, warn, error, silent; ' +
      'RATE_LIMIT: expected requests a minute, such as 600; 0 for no limit\n',
  );
});

test(
  'it is alive and not ready while the schema changes, and ends when it is told to',
  async () => {
    const { url, stop } = await startTestPostgres();
    const migrator = new Client({ connectionString: url });
    await migrator.connect();
    await migrator.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const port = await freePort();
    const { child, firstLine, ended } = startCli(['serve', '--port', String(port)], { DATABASE_URL: url });
    const address = `http://127.0.0.1:${port}`;
    while ((await statusOf(`${address}/health/live`)) !== 200) expect(child.exitCode).toBeNull();
    const refused = await Promise.all(
      ['/health/ready', '/openapi.json', '/metrics'].map((path) => fetch(address + path)),
    );
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(refused[0]?.headers.get('content-type')).toBe('application/problem+json');

    await migrator.end();
    expect(await firstLine).toContain(String(port));
    expect(await statusOf(`${address}/health/ready`)).toBe(200);
    expect(await statusOf(`${address}/metrics`)).toBe(200);
    child.kill('SIGTERM');
    expect((await ended).exit).toBe(0);
    await stop();
  },
  PATIENCE_MS,
);
