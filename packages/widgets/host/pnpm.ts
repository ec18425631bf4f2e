import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const manifest = new URL('../../../package.json', import.meta.url);

/** The environment of a person's shell: Vitest's `NODE_ENV` would make Vite build a page for tests. */
export const shellEnvironment = (): NodeJS.ProcessEnv => {
  const { NODE_ENV: _, ...environment } = process.env;
  return { ...environment, NO_COLOR: '1' };
};

/** The pnpm that runs these tests, or else the same version through npx. */
const pnpmCommand = async (): Promise<[command: string, ...words: string[]]> => {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('pnpm')) return [running];
  const { packageManager } = JSON.parse(await readFile(manifest, 'utf8')) as { packageManager: string };
  return ['npx', '-y', packageManager];
};

/** Runs pnpm to its end in a folder; fails when it does, with what it printed. */
export const pnpm = async (cwd: string, ...words: string[]): Promise<void> => {
  const [command, ...before] = await pnpmCommand();
  const { stdout, stderr, code } = await promisify(execFile)(command, [...before, ...words], {
    cwd,
    env: shellEnvironment(),
    maxBuffer: 2 ** 26,
  }).then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number | string }) => error,
  );
  if (code !== 0) throw new Error(`pnpm ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
};
