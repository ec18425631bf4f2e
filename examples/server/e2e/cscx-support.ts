import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const command = fileURLToPath(new URL('../node_modules/.bin/cscx-support', import.meta.url));
const site = fileURLToPath(new URL('../dist', import.meta.url));

const environment = (dataDir: string): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], DATA_DIR: dataDir });

/** Runs a command to its end, as a person would; fails when the command does. @returns what it printed */
export const runCommand = async (dataDir: string, ...words: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(command, words, { env: environment(dataDir) });
  return stdout.trim();
};

/** A server that runs as a process of its own. */
export interface RunningServer {
  url: string;
  stop(): Promise<void>;
}

const printedUrl = async (server: ChildProcess): Promise<string> => {
  const problems: string[] = [];
  server.stderr?.on('data', (chunk) => problems.push(String(chunk)));
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const [url] = /http:\/\/\S+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the server stopped before it printed its address: ${problems.join('')}`);
};

/** Starts the server with the built page on any free port, and waits for the address that it prints. */
export const startServer = async (dataDir: string, ...words: string[]): Promise<RunningServer> => {
  const server = spawn(command, ['serve', '--port', '0', '--site', site, ...words], { env: environment(dataDir) });
  const url = await printedUrl(server);
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    },
  };
};
