import { readFile } from 'node:fs/promises';

/** One run of a program: its number alone may later be another's, above all in containers, where it is often 1. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the kernel's ticks since boot; null where the system does not tell. */
  started: string | null;
}

/** The start follows the command, which is in parentheses and may contain anything: field 22 of proc(5). */
const startOf = async (pid: number): Promise<string | null> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

export const thisProcess = async (): Promise<ProcessIdentity> => ({
  pid: process.pid,
  started: await startOf(process.pid),
});

/** Whether that very run is still going on. */
export const isRunning = async ({ pid, started }: ProcessIdentity): Promise<boolean> =>
  exists(pid) && (started === null || (await startOf(pid)) === started);
