import { type Context, Hono } from 'hono';
import { problemResponse } from '../http/problem-response.js';
import { hasRewrittenBody } from '../http/rewritten-body.js';
import { type ConnectionServices, openConnector } from '../sync/open-connector.js';
import { createConnectorCache } from './connector-cache.js';
import { readWebhookBody } from './read-webhook-body.js';
import { receiveWebhook, type WebhookOutcome, type WebhookReceiver } from './receive-webhook.js';

/** What a server that receives webhooks is made of. */
export interface WebhookServices {
  /** How connections are opened: the same as the sync worker's. */
  services: ConnectionServices;
  /** Told when there is something to apply: the `wake` of the sync worker. @default it sees by itself, within two seconds */
  wake?: (() => void) | undefined;
}

/** What the routes of webhooks need besides. */
export interface WebhookRoutesOptions extends Omit<WebhookReceiver, 'open' | 'lookups'>, WebhookServices {
  /** Throws until the store can be used. */
  assertReady: () => Promise<void>;
}

/** Decompressing before anything is verified would let anybody send a bomb; no support system compresses. */
const isCompressed = ({ headers }: Request): boolean =>
  (headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity';

/** The same words whether there is such a connection or not. */
const refusal = (c: Context): Response => {
  const response = problemResponse(c, 'unauthenticated', { detail: 'expected a request signed for this address' });
  // No bearer helps here.
  response.headers.delete('www-authenticate');
  return response;
};

const answerTo = (c: Context, outcome: WebhookOutcome): Response => {
  if (outcome.kind === 'refused') return refusal(c);
  if (outcome.kind !== 'rejected') return c.json({ status: outcome.kind }, 200, { 'cache-control': 'no-store' });
  const { status, field, reason } = outcome;
  if (status === 413) return problemResponse(c, 'payload_too_large', { detail: reason });
  return problemResponse(c, 'invalid_input', { errors: [{ path: field, message: reason }] });
};

/** Makes the addresses that support systems send webhooks to: they are proven by their signature alone. */
export const webhookRoutes = ({ assertReady, wake, services, ...parts }: WebhookRoutesOptions): Hono => {
  const open = createConnectorCache(
    (organization, connection) => openConnector(organization, connection, services),
    parts.now,
  );
  const receiver: WebhookReceiver = { ...parts, open, lookups: new Map() };
  const app = new Hono();
  app.post('/:connectionId', async (c) => {
    await assertReady();
    const request = c.req.raw;
    if (isCompressed(request)) {
      return problemResponse(c, 'unsupported_media_type', { detail: 'expected no content-encoding' });
    }
    const outcome = await receiveWebhook(
      {
        connection_id: c.req.param('connectionId'),
        headers: request.headers,
        readBody: (maxBytes) => readWebhookBody(request, maxBytes),
      },
      receiver,
    );
    if (outcome.kind === 'accepted') wake?.();
    if (outcome.kind === 'refused' && hasRewrittenBody(c.env)) {
      receiver.logger.error(
        {},
        'a webhook came behind a body parser: its signature cannot be checked, see docs/webhooks.md',
      );
    }
    return answerTo(c, outcome);
  });
  // Some check an address before they use it, Intercom by HEAD. The answer says nothing about what is there.
  app.get('/:connectionId', (c) => c.body(null, 200, { 'cache-control': 'no-store' }));
  return app;
};
