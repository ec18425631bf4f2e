import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const cliPath = fileURLToPath(new URL('../../bin/cscx-support.js', import.meta.url));

/** How a command ended. */
export interface CliResult {
  exit: number | null;
  stdout: string;
  stderr: string;
}

/** A command that is running. */
export interface RunningCli {
  child: ChildProcess;
  ended: Promise<CliResult>;
  /** Resolves with the first line of standard output. */
  firstLine: Promise<string>;
}

/** Starts the built command as a process of its own. */
export const startCli = (commandLine: readonly string[], env: Record<string, string> = {}): RunningCli => {
  const child = spawn(process.execPath, [cliPath, ...commandLine], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  return {
    child,
    firstLine: once(child.stdout, 'data').then(([chunk]) => String(chunk).split('\n')[0] ?? ''),
    ended: (async () => {
      const [exit] = (await once(child, 'exit')) as [number | null];
      const [stdout, stderr] = await outputs;
      return { exit, stdout, stderr };
    })(),
  };
};

/** Runs the built command to its end, with a text as its standard input. */
export const runCli = (
  commandLine: readonly string[],
  env: Record<string, string> = {},
  input = '',
): Promise<CliResult> => {
  const { child, ended } = startCli(commandLine, env);
  child.stdin?.end(input);
  return ended;
};
