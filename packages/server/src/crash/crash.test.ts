import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const crash = fileURLToPath(new URL('../../crash/main.ts', import.meta.url));
const run = promisify(execFile);

const PATIENCE_MS = 120_000;

test.each(['pglite', 'postgres'])(
  'what was acknowledged survives kill -9 during imports, syncs and webhooks: %s',
  async (engine) => {
    const size = ['--kills', '3', '--tickets', '1500', '--most-ms', '1200'];
    const { stdout } = await run(process.execPath, [crash, '--engine', engine, ...size]);
    expect(stdout).toMatch(/^\w+: killed [3-9] times .* everything acknowledged is there, once/);
  },
  PATIENCE_MS,
);
