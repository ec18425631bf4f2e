import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningCli, runCli, startCli } from '../__fixtures__/run-cli.js';

const SECRET = `whsec_${randomBytes(24).toString('base64')}`;
const CREDENTIALS = JSON.stringify({ type: 'signing_secrets', secrets: [SECRET] });

/** A signed webhook is the one account that needs no network. */
describe('connections on the command line, while a server has the data', () => {
  const key = randomBytes(32).toString('base64');
  let directory: string;
  let dataDir: string;
  let server: RunningCli;

  const serve = (keys: string, ...options: string[]) =>
    startCli(['serve', '--port', '0', ...options], { DATA_DIR: dataDir, CREDENTIALS_KEY: keys });
  const stop = async ({ child, ended }: RunningCli) => {
    child.kill('SIGTERM');
    return ended;
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cscx-connections-'));
    dataDir = join(directory, 'data');
    await writeFile(join(directory, 'settings.json'), JSON.stringify({ instance: 'own-desk' }));
    server = serve(key);
    await server.firstLine;
  });
  afterAll(async () => {
    await stop(server);
    await rm(directory, { recursive: true });
  });

  const cli = (commandLine: string[], input = '') =>
    runCli([...commandLine, '--organization', 'acme'], { DATA_DIR: dataDir, CREDENTIALS_KEY: key }, input);
  const connect = (input: string, ...options: string[]) => {
    const settings = join(directory, 'settings.json');
    return cli(['connect', '--source', 'webhook', '--settings', settings, '--credentials', '-', ...options], input);
  };
  const stateNow = async () => {
    const { stdout } = await cli(['status', '--json']);
    return (JSON.parse(stdout) as { connections: { state: string }[] }).connections[0]?.state;
  };

  test('one is made, read by the server within seconds, paused, resumed and forgotten; nothing shows its secret', async () => {
    const connected = await connect(CREDENTIALS, '--name', 'Own desk');
    expect(connected.exit).toBe(0);
    const id = connected.stdout.trim();
    expect(id).toMatch(/^webhook-[a-z2-9]{16}$/);
    expect(connected.stderr).toContain(`/api/support/webhooks/${id}`);
    await vi.waitFor(async () => expect(await stateNow()).toBe('current'), { timeout: 30_000, interval: 500 });

    const again = await connect(CREDENTIALS);
    expect(again).toMatchObject({ exit: 1, stdout: '' });
    expect(again.stderr).toContain(`connected already, as ${id}`);

    const paused = await cli(['pause', id]);
    expect(paused.stdout).toBe(`${id}: paused\n`);
    const shown = await cli(['status']);
    expect(shown.stdout).toMatch(new RegExp(`^connection +source .*\n${id}  webhook  paused .* ago .* - +0\n`));
    expect(shown.stdout).toContain(`${id} is "Own desk"`);
    expect((await cli(['resume', id])).stdout).toBe(`${id}: due now\n`);
    const synced = await cli(['sync', '--connection', id]);
    expect(synced.stdout).toMatch(new RegExp(`^${id}: (read 0, changed 0|is being read by a server)`));

    const forgotten = await cli(['disconnect', id]);
    expect(forgotten.stdout).toBe(`${id}: its credentials are forgotten\n`);
    expect(await cli(['resume', id])).toMatchObject({ exit: 1 });
    const renewed = await connect(CREDENTIALS, '--id', id);
    expect(renewed).toMatchObject({ exit: 0, stdout: `${id}\n` });
    const outputs = [connected, again, paused, shown, synced, forgotten, renewed];
    expect(JSON.stringify(outputs)).not.toContain(SECRET.slice(6));
  });

  test.each([
    ['no JSON', `secret ${SECRET}`, 'credentials: expected a JSON object'],
    ['of another kind', '{"type":"api_key"}', 'webhook credentials: type'],
  ])('credentials that are %s: one line that says so, exit 1', async (_what, input, message) => {
    const { exit, stdout, stderr } = await connect(input);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(/^cscx-support: [^\n]+\n$/);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(SECRET);
  });

  test('a server without the key does not start, unless it leaves connections to others', async () => {
    expect(await stop(server)).toMatchObject({ exit: 0, stderr: '' });
    const keyless = await serve('').ended;
    expect(keyless).toMatchObject({ exit: 1, stdout: '' });
    expect(keyless.stderr).toMatch(/^cscx-support: CREDENTIALS_KEY: expected the key .* or --no-sync\n$/);
    const wrong = await serve('password').ended;
    expect(wrong.stderr).toContain('expected 32 bytes in base64');
    server = serve('', '--no-sync');
    expect(await server.firstLine).toMatch(/http:/);
    const refused = await connect(CREDENTIALS);
    expect(refused.stderr).toContain('Make one with "openssl rand -base64 32"');
  });
}, 120_000);
