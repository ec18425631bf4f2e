import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../__fixtures__/run-cli.js';

/** A Node in which msw is not installed. */
const withoutMsw = `--import=data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'msw') throw Object.assign(new Error('no such package'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(specifier, context);
    },
  });
`)}`;

it('says which package is missing where the demo cannot run', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'cscx-demo-'));
  const result = await runCli(['serve', '--demo', '--port', '0'], { DATA_DIR: directory, NODE_OPTIONS: withoutMsw });
  expect(result).toMatchObject({ exit: 1, stdout: '' });
  expect(result.stderr).toBe(
    'cscx-support: the demo needs the package msw: run npm install msw, or start without --demo\n',
  );
  await rm(directory, { recursive: true });
}, 60_000);
