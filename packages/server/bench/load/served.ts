import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../bin/cscx-support.js', import.meta.url));

/** The command line's settings. */
export type Environment = Record<string, string>;

const startCli = (commandLine: readonly string[], env: Environment): ChildProcess =>
  spawn(process.execPath, [cli, ...commandLine], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Starts `serve` as a process of its own. */
export const startServer = async (env: Environment): Promise<{ base: URL; child: ChildProcess }> => {
  const child = startCli(['serve', '--port', '0'], env);
  if (!child.stdout) throw new Error('expected an output');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return { child, base: new URL(/http:\S+/.exec(line)?.[0] ?? '') };
};

/** Runs a command to its end. */
export const runCommand = async (commandLine: readonly string[], env: Environment): Promise<void> => {
  const child = startCli(commandLine, env);
  const [exit] = (await once(child, 'exit')) as [number | null];
  if (exit !== 0) throw new Error(`${commandLine[0]} ended with ${exit}`);
};

export const stopServer = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  await once(child, 'exit');
};
