import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A process of its own. What it says on standard output is handed over line by line. */
export interface Killable {
  child: ChildProcess;
  /** Its exit code; null where it was killed. */
  ended: Promise<number | null>;
}

const LONGEST_MS = 120_000;

/** Starts a file of this package, given by its path. */
export const startKillable = (
  path: string,
  { commandLine = [], env, onLine }: { commandLine?: string[]; env: object; onLine: (line: string) => void },
): Killable => {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const child = spawn(process.execPath, [file, ...commandLine], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LONGEST_MS,
  });
  if (child.stdout) createInterface({ input: child.stdout }).on('line', onLine);
  // After the last line.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended };
};

/** Lets a process work for a while, then ends it without notice. Returns whether it was still working. */
export const killAfter = async ({ child, ended }: Killable, ms: number): Promise<boolean> => {
  await Promise.race([ended, sleep(ms)]);
  const isWorking = child.exitCode === null;
  child.kill('SIGKILL');
  await ended;
  return isWorking;
};
