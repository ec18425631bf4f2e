import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import express5 from 'express';
import express4 from 'express-4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSimulatedClock } from '@cscx/support-core/simulators';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { SupportStore } from '../store/support-store.js';
import { toNodeListener } from '../to-node-listener.js';
import { signBody } from './__fixtures__/sign-body.js';
import { type Receiving, startReceiving } from './__fixtures__/start-receiving.js';

const NOW = Date.parse('2026-11-23T09:30:05.000Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** As a sender may write it: once it is parsed and written anew, it is another one. */
const body = (id: string): string =>
  `{ "type": "ticket.upserted", "timestamp": "2026-11-23T09:30:00Z", "data": { "id": "${id}", "subject": "\\u00e4" } }`;

const versions = { 'Express 4': express4 as unknown as typeof express5, 'Express 5': express5 };

let store: SupportStore;
let receiving: Receiving;
let sent = 0;

beforeAll(async () => {
  store = await openTestStore();
  receiving = await startReceiving(store, { clock: createSimulatedClock(NOW), organization_id: 'acme' });
  await receiving.connect('own', {
    source_system: 'webhook',
    settings: { instance: 'own' },
    credentials: { type: 'signing_secrets', secrets: [SECRET] },
  });
});
afterAll(() => store.close());

const deliverTo = async (app: ReturnType<typeof express5>): Promise<number> => {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const content = body(`T-${(sent += 1)}`);
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/support/api/support/webhooks/own`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signBody.webhook(Buffer.from(content), { secret: SECRET, now: NOW }),
      },
      body: content,
    });
    return answer.status;
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

describe.each(Object.entries(versions))('a signed webhook in %s', (_name, express) => {
  const hints = () => receiving.logger.lines.filter((line) => line.includes('behind a body parser'));

  test('before express.json() is taken', async () => {
    const app = express();
    app.use('/support', toNodeListener(receiving.server));
    app.use(express.json());
    expect(await deliverTo(app)).toBe(200);
  });

  test('behind express.json() has lost its bytes: it is refused, and the log says why', async () => {
    const app = express();
    app.use(express.json());
    app.use('/support', toNodeListener(receiving.server));
    const before = hints().length;
    expect(await deliverTo(app)).toBe(401);
    expect(hints()).toHaveLength(before + 1);
  });

  test('behind express.json() that keeps its bytes is taken', async () => {
    const app = express();
    const keepBytes = (request: IncomingMessage & { rawBody?: Buffer }, _response: unknown, bytes: Buffer) => {
      request.rawBody = bytes;
    };
    app.use(express.json({ verify: keepBytes }));
    app.use('/support', toNodeListener(receiving.server));
    expect(await deliverTo(app)).toBe(200);
  });
});
