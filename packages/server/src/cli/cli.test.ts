import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { customerTicketsRoute } from '@cscx/support-core/api';
import { startTestPostgres } from '../__fixtures__/start-test-postgres.js';
import { type CliResult, runCli, startCli } from '../__fixtures__/run-cli.js';
import { findDataDirectoryHolder } from '../store/data-directory-lock.js';

const HEADER = 'id,created,status,account';
const MAPPING = {
  version: 1,
  mode: 'tickets',
  instance: 'desk',
  columns: { external_id: 'id', created_at: 'created', status: 'status' },
  values: { status: { open: 'open' } },
  dates: { format: 'iso', timezone: 'UTC' },
  customer: { column: 'account', derive: true },
};

const lastLine = ({ stdout }: CliResult): string => stdout.trimEnd().split('\n').at(-1) ?? '';

describe('cscx-support', () => {
  let directory: string;
  let dataDir: string;
  const path = (name: string) => join(directory, name);
  const write = async (name: string, content: string) => {
    await writeFile(path(name), content);
    return path(name);
  };
  const rows = (count: number, first = 0) =>
    Array.from({ length: count }, (_, n) => `${first + n},2026-11-20T09:00:00Z,open,acme`);
  let pipes = 0;
  /** A file that goes on until nobody reads it any more. */
  const endlessFile = (): string => {
    const pipe = path(`endless-${++pipes}.csv`);
    execFileSync('mkfifo', [pipe]);
    function* lines() {
      yield `${HEADER}\n`;
      for (let first = 0; ; first += 100) yield `${rows(100, first).join('\n')}\n`;
    }
    // It ends with a broken pipe, as it should.
    pipeline(Readable.from(lines()), createWriteStream(pipe)).catch(() => undefined);
    return pipe;
  };
  const cli = (...commandLine: string[]) => runCli(commandLine, { DATA_DIR: dataDir });
  const importInto = (organization: string, file: string, ...options: string[]) =>
    cli('import', file, '--mapping', path('mapping.json'), '--organization', organization, ...options);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cscx-cli-'));
    dataDir = path('data');
    await write('mapping.json', JSON.stringify(MAPPING));
    await write('tickets.csv', [HEADER, ...rows(20), ''].join('\n'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  test('migrate makes the database', async () => {
    expect(await cli('migrate')).toMatchObject({ exit: 0, stdout: 'the schema is up to date\n', stderr: '' });
  });

  describe('import', () => {
    test('says last what it did; the same file again changes nothing', async () => {
      const first = await importInto('twice', path('tickets.csv'));
      expect(first).toMatchObject({ exit: 0, stderr: '' });
      expect(lastLine(first)).toBe('imported 20, unchanged 0, rejected 0');
      const second = await importInto('twice', path('tickets.csv'), '--json');
      expect(second.exit).toBe(0);
      expect(JSON.parse(second.stdout)).toMatchObject({
        organization_id: 'twice',
        imported: 0,
        unchanged: 20,
        rejected: 0,
        unmatched: 0,
        rejects: null,
      });
    });

    test('puts what it cannot read beside the file, for its owner alone, and goes on', async () => {
      const file = await write('bad.csv', [HEADER, ...rows(2), '9,yesterday,open,acme', ''].join('\n'));
      const result = await importInto('rejects', file);
      expect(result.exit).toBe(0);
      expect(lastLine(result)).toBe('imported 2, unchanged 0, rejected 1');
      expect(result.stderr).toContain(`${file}.rejects.ndjson`);
      expect((await stat(`${file}.rejects.ndjson`)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(await readFile(`${file}.rejects.ndjson`, 'utf8'))).toMatchObject({
        position: '4',
        field: 'created_at',
        record: { created: 'yesterday' },
      });
      await importInto('rejects', file, '--rejects', path('elsewhere.ndjson'));
      expect(await readFile(path('elsewhere.ndjson'), 'utf8')).toContain('yesterday');
      await expect(stat(`${path('tickets.csv')}.rejects.ndjson`)).rejects.toThrow('ENOENT');
    });

    test.each([
      [
        'a mapping that names a column the file has not',
        { ...MAPPING, columns: { ...MAPPING.columns, status: 'State' } },
        /columns\.status.*State/,
      ],
      ['a mapping with a typing mistake', { ...MAPPING, colums: {} }, /colums.*columns/],
      ['a mapping that is no JSON', 'version: 1', /expected JSON/],
    ])('%s: one line that says so, exit 1', async (_what, mapping, message) => {
      const name = await write('wrong.json', typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
      const result = await cli('import', path('tickets.csv'), '--mapping', name, '--organization', 'wrong');
      expect(result).toMatchObject({ exit: 1, stdout: '' });
      expect(result.stderr).toMatch(/^cscx-support: [^\n]+\n$/);
      expect(result.stderr).toMatch(message);
    });

    test.each([
      ['a file that is not there', 'nowhere.csv', /no such file: .*nowhere\.csv/],
      ['a directory', '.', /is a directory/],
    ])('%s: one line that says so, exit 1', async (_what, name, message) => {
      const result = await importInto('wrong', path(name));
      expect(result).toMatchObject({ exit: 1, stdout: '' });
      expect(result.stderr).toMatch(message);
      expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    });

    test('Ctrl-C stops it cleanly, says what is in, and the next import goes on', async () => {
      const file = endlessFile();
      const running = startCli(['import', file, '--mapping', path('mapping.json'), '--organization', 'stopped'], {
        DATA_DIR: dataDir,
      });
      // Once it has the directory it listens to interrupts.
      await vi.waitUntil(() => findDataDirectoryHolder(dataDir), { timeout: 15_000 });
      running.child.kill('SIGINT');
      const { exit, stderr, stdout } = await running.ended;
      expect({ exit, stdout }).toEqual({ exit: 130, stdout: '' });
      const already = /^stopped; already in: (?:nothing|imported (\d+), unchanged 0, rejected 0)\. Run the same/.exec(
        stderr,
      );
      expect(already).not.toBeNull();
      const imported = Number(already?.[1] ?? 0);
      const whole = await write('whole.csv', [HEADER, ...rows(imported + 100), ''].join('\n'));
      expect(lastLine(await importInto('stopped', whole))).toBe(`imported 100, unchanged ${imported}, rejected 0`);
    });
  });

  test('import-customers: counts customers, and keeps what cannot be one', async () => {
    const file = await write('customers.csv', 'customer_id,name,csm_id\nacme,Acme Corp,maya\n,Nobody,\n');
    const result = await cli('import-customers', file, '--organization', 'people');
    expect(result.exit).toBe(0);
    expect(lastLine(result)).toBe('imported 1, unchanged 0, rejected 1');
    expect(lastLine(await cli('import-customers', file, '--organization', 'people'))).toBe(
      'imported 0, unchanged 1, rejected 1',
    );
  });

  describe.concurrent('usage', () => {
    test.each([
      ['no command', []],
      ['an unknown command', ['imprt']],
      ['no mapping', ['import', 'tickets.csv', '--organization', 'acme']],
      ['no organization', ['import', 'tickets.csv', '--mapping', 'mapping.json']],
      ['an organization that cannot be one', ['api-key', 'create', '--organization', 'a b']],
      ['a scope that there is not', ['api-key', 'create', '--organization', 'acme', '--scopes', 'reports:read,all']],
      ['a port that is none', ['serve', '--port', '99999']],
      ['an unknown option', ['serve', '--prot', '80']],
    ])('%s: exit 2, and how it is used', async (_what, commandLine) => {
      const { exit, stderr, stdout } = await cli(...commandLine);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toMatch(/--help|Usage/);
    });

    test.each(['serve', 'import', 'import-customers', 'migrate', 'api-key create', 'api-key list', 'api-key revoke'])(
      '%s --help shows examples',
      async (command) => {
        const { exit, stdout } = await cli(...command.split(' '), '--help');
        expect(exit).toBe(0);
        expect(stdout).toMatch(new RegExp(`Examples?:\\s+\\$ .*cscx-support ${command}`));
      },
    );
  });

  test('settings of serve that cannot work: one line that says how to put it right, exit 1', async () => {
    const { exit, stdout, stderr } = await runCli(['serve'], { DATA_DIR: dataDir, JWT_SECRET: 'a short one' });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(/^cscx-support: jwt: secret: expected at least 32 bytes[^\n]+\n$/);
    expect(stderr).not.toContain('a short one');
  });

  test('a key is made for what it is to do, revoked by how it begins, and listed without its secret', async () => {
    const key = (...commandLine: string[]) => cli('api-key', ...commandLine, '--organization', 'keys');
    const made = await key('create', '--name', 'CRM', '--scopes', 'customers:write, sync:read');
    const prefix = made.stdout.slice(0, 12);
    expect((await key('revoke', prefix)).stdout).toMatch(`${prefix} opens nothing since 20`);
    const listed = (await key('list')).stdout;
    expect(listed).toMatch(/^cscx_\S{7} {2}customers:write,sync:read {2}created 20\S+ {2}revoked 20\S+ {2}CRM\n$/);
    expect(listed).not.toContain(made.stdout.trim());
  });

  test('everything works on PostgreSQL, where several processes share the data', async () => {
    const { url, stop } = await startTestPostgres();
    const env = { DATABASE_URL: url };
    const server = startCli(['serve', '--port', '0'], env);
    expect(await server.firstLine).toMatch(/http:/);
    const command = ['import', path('tickets.csv'), '--mapping', path('mapping.json'), '--organization', 'shared'];
    const [first, second] = await Promise.all([runCli(command, env), runCli(command, env)]);
    const counts = [lastLine(first), lastLine(second)].map((line) => Number(/imported (\d+)/.exec(line)?.[1]));
    expect(counts.reduce((sum, count) => sum + count)).toBe(20);
    server.child.kill('SIGTERM');
    expect((await server.ended).exit).toBe(0);
    await stop();
    expect(await runCli(command, env)).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/^cscx-support: .+\n$/),
    });
  });

  describe('with a server on the same directory', () => {
    const startServer = async (...options: string[]) => {
      const server = startCli(['serve', '--port', '0', ...options], { DATA_DIR: dataDir });
      const line = await Promise.race([server.firstLine, server.ended.then(({ stderr }) => stderr)]);
      return { ...server, url: /http:\S+[^/\s]/.exec(line)?.[0] ?? line };
    };
    const stop = async (
      { child, ended }: Awaited<ReturnType<typeof startServer>>,
      signal: NodeJS.Signals = 'SIGTERM',
    ) => {
      child.kill(signal);
      return ended;
    };
    const metrics = (url: string, key: string) =>
      fetch(`${url}/api/reports/support-metrics/acme/tickets`, { headers: { authorization: `Bearer ${key}` } });
    const ticketsOf = async (url: string, key: string) =>
      customerTicketsRoute.response.parse(await (await metrics(url, key)).json()).tickets;

    test('imports and keys work through it, and it answers with them at once', async () => {
      const server = await startServer();
      const key = (await cli('api-key', 'create', '--organization', 'shared')).stdout.trim();
      expect(key).toMatch(/^cscx_[\w-]{43}$/);
      const imported = await importInto('shared', path('tickets.csv'));
      expect(imported).toMatchObject({ exit: 0, stderr: '' });
      expect(lastLine(imported)).toBe('imported 20, unchanged 0, rejected 0');
      expect(await ticketsOf(server.url, key)).toHaveLength(20);
      const wrong = await importInto('shared', path('nowhere.csv'));
      expect(wrong.exit).toBe(1);
      expect(wrong.stderr).toMatch(/no such file: .*nowhere\.csv/);
      expect(await stop(server)).toMatchObject({ exit: 0 });
      expect(await findDataDirectoryHolder(dataDir)).toBeUndefined();
    });

    test('Ctrl-C stops an import that it runs, not the server', async () => {
      const server = await startServer();
      const running = startCli(
        ['import', endlessFile(), '--mapping', path('mapping.json'), '--organization', 'through'],
        { DATA_DIR: dataDir },
      );
      const key = (await cli('api-key', 'create', '--organization', 'through')).stdout.trim();
      await vi.waitUntil(async () => (await metrics(server.url, key)).status === 200, { timeout: 15_000 });
      running.child.kill('SIGINT');
      const { exit, stderr } = await running.ended;
      expect(exit).toBe(130);
      expect(stderr).toMatch(/^stopped; already in: imported \d+/);
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
      expect((await stop(server)).exit).toBe(0);
    });

    test('a second server is told who has the directory; after a crash the next one takes over', async () => {
      const server = await startServer();
      const second = await cli('serve', '--port', '0');
      expect(second.exit).toBe(1);
      expect(second.stderr).toContain(`in use by process ${server.child.pid}`);
      await stop(server, 'SIGKILL');
      const next = await startServer();
      expect((await fetch(`${next.url}/health/ready`)).status).toBe(200);
      expect((await stop(next, 'SIGINT')).exit).toBe(0);
    });

    test('a port that is taken is named', async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const { exit, stderr } = await cli('serve', '--port', String(port));
      expect(exit).toBe(1);
      expect(stderr).toBe(`cscx-support: port ${port} is in use: choose another one with --port or PORT\n`);
      other.close();
    });

    test('a page is served beside the API, strictly from itself', async () => {
      const site = await mkdtemp(join(directory, 'site-'));
      expect((await cli('serve', '--site', site)).stderr).toMatch(/index\.html/);
      await writeFile(join(site, 'index.html'), '<title>page</title>');
      await writeFile(join(site, 'app.js'), '1');
      const server = await startServer('--site', site);
      const get = (file: string) => fetch(`${server.url}${file}`);
      const page = await get('/customers/acme');
      expect(await page.text()).toBe('<title>page</title>');
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect((await get('/app.js')).headers.get('content-type')).toContain('javascript');
      expect((await get('/missing.js')).status).toBe(404);
      expect((await get('/api/reports/support-metrics')).status).toBe(401);
      expect((await get('/openapi.json')).headers.get('content-type')).toContain('application/json');
      await stop(server);
    });
  });
});
