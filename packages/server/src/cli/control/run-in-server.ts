import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { CommandProgress } from '../data-commands/data-command.js';
import { CommandFailedError } from '../command-failed-error.js';
import { controlMessageSchema } from './control-message.js';
import type { ControlServer } from './start-control-server.js';

const ask = async (url: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, request);
  } catch (cause) {
    request.signal?.throwIfAborted();
    throw new CommandFailedError('the server that has the data directory does not answer', {
      cause,
      isRetryable: true,
    });
  }
};

/**
 * Has a command run by the server that has the data directory.
 *
 * @returns the command's result
 * @throws CommandFailedError with what went wrong there, or when the server stops before it is done
 */
export const runInServer = async (
  { port, token }: ControlServer['address'],
  { name, input }: { name: string; input: unknown },
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: CommandProgress) => void },
): Promise<unknown> => {
  const response = await ask(`http://127.0.0.1:${port}/commands/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  });
  if (!response.ok || !response.body)
    throw new CommandFailedError(`the running server refused: HTTP ${response.status}`);
  for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {
    const message = controlMessageSchema.parse(JSON.parse(line));
    if (message.type === 'progress') onProgress(message);
    if (message.type === 'result') return message.result;
    if (message.type === 'error') throw new CommandFailedError(message.message);
  }
  throw new CommandFailedError('the running server stopped before it was done: run the command again');
};
