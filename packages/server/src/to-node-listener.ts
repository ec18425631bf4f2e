import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { SupportServer } from './create-support-server.js';
import { noteRewrittenBody } from './http/rewritten-body.js';

/** What Express adds to a request. */
interface MountedRequest extends IncomingMessage {
  baseUrl?: string;
  body?: unknown;
  rawBody?: Buffer;
}

/** The server's path, wherever it is mounted: below `/support` the rest of it, at `/api` or deeper from there on. */
const serverPath = ({ baseUrl = '', url = '/' }: MountedRequest): string => {
  const kept = /(?:^|\/)(api(?:\/.*)?)$/.exec(baseUrl)?.[1];
  if (kept === undefined) return url;
  return `/${kept}${url.startsWith('/?') || url === '/' ? url.slice(1) : url}`;
};

/**
 * Makes a listener for `node:http` and for Express 4 and 5, where it may be mounted at the root, at `/api`, or below
 * any other path, before or behind `express.json()`. Webhooks are signed over their bytes: behind a body parser they need
 * it to keep these as `request.rawBody`.
 *
 * @example
 * const app = express();
 * app.use('/support', toNodeListener(server));
 */
export const toNodeListener = (
  server: Pick<SupportServer, 'fetch'>,
): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const listener = getRequestListener((request, bindings) => server.fetch(request, bindings), {
    // A host's own Request and Response stay what they are.
    overrideGlobalObjects: false,
  });
  return (request: MountedRequest, response) => {
    request.url = serverPath(request);
    // A body parser has emptied the stream; the adapter takes the bytes from here instead.
    if (request.readableEnded && request.body !== undefined && request.rawBody === undefined) {
      request.rawBody = Buffer.from(JSON.stringify(request.body));
      noteRewrittenBody(request);
    }
    return listener(request, response);
  };
};
