import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { shellEnvironment } from './pnpm.ts';

/** A built page that is being served. */
export interface Preview {
  url: string;
  stop: () => Promise<void>;
}

/** Serves a built page with the host's own Vite, as `npm run preview` does, on any free port. */
export const previewPage = async (folder: string): Promise<Preview> => {
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const server = spawn(process.execPath, [vite, 'preview', '--host', '127.0.0.1', '--port', '0'], {
    cwd: folder,
    env: shellEnvironment(),
  });
  const url = await printedUrl(server);
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
};

async function printedUrl(server: ChildProcess): Promise<string> {
  const problems: string[] = [];
  server.stderr?.on('data', (chunk) => problems.push(String(chunk)));
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const [url] = /http:\/\/\S+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the server stopped before it printed its address: ${problems.join('')}`);
}
