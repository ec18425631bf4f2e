import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { stream } from 'hono/streaming';
import type { CommandContext, DataCommand } from '../data-commands/data-command.js';
import { type DataCommandName, dataCommands } from '../data-commands/index.js';
import { describeError } from '../describe-error.js';
import type { DataDirectoryHolder } from '../../store/data-directory-lock.js';
import type { ControlMessage } from './control-message.js';

/** Where a server takes commands, and how to stop it doing so. */
export interface ControlServer {
  address: NonNullable<DataDirectoryHolder['control']>;
  /** Stops commands that are running. */
  close(): Promise<void>;
}

const isToken = (token: string) => {
  const expected = Buffer.from(token);
  return (given: string): boolean => {
    const bytes = Buffer.from(given);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  };
};

/** A command checks its input itself, whatever its type says. */
const findCommand = (name: string): DataCommand<unknown, unknown> | undefined =>
  Object.hasOwn(dataCommands, name)
    ? (dataCommands[name as DataCommandName] as DataCommand<unknown, unknown>)
    : undefined;

/**
 * Runs the command line's data commands in the process that has the data directory. Only who can read the directory's
 * lock file knows the port and the token.
 */
export const startControlServer = async (
  services: Pick<CommandContext, 'store' | 'services' | 'now'>,
): Promise<ControlServer> => {
  const token = randomBytes(32).toString('base64url');
  const closing = new AbortController();
  const app = new Hono();
  app.use(bearerAuth({ verifyToken: isToken(token) }));
  app.post('/commands/:name', async (c) => {
    const command = findCommand(c.req.param('name'));
    if (!command) return c.notFound();
    const input: unknown = await c.req.json();
    return stream(c, async (output) => {
      const stopped = new AbortController();
      output.onAbort(() => stopped.abort());
      const send = async (message: ControlMessage) => {
        await output.write(`${JSON.stringify(message)}\n`);
      };
      try {
        const result = await command(input, {
          ...services,
          signal: AbortSignal.any([stopped.signal, closing.signal]),
          onProgress: (progress) => void send({ type: 'progress', ...progress }),
        });
        await send({ type: 'result', result });
      } catch (error) {
        await send({
          type: 'error',
          message: closing.signal.aborted ? 'the server was stopped' : describeError(error),
        });
      }
    });
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: { port: (server.address() as AddressInfo).port, token },
    async close() {
      closing.abort();
      server.close();
      await once(server, 'close');
    },
  };
};
