import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Where the data are: `DATA_DIR` or `DATABASE_URL`. */
export type Environment = Record<string, string>;

/** Starts the server as a process of its own. */
export const startServer = async (env: Environment): Promise<{ base: URL; child: ChildProcess }> => {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), {
    env: { PATH: process.env['PATH'], ...env },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, base: new URL(`http://127.0.0.1:${port}`) };
};

export const stopServer = async (child: ChildProcess): Promise<void> => {
  child.send('stop');
  await once(child, 'exit');
};
