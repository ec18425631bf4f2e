import {
  type Connector,
  type ConnectorClock,
  ConnectorError,
  createRateBudget,
  createVendorHttp,
  isSignedBy,
  type PullStream,
  pullStreams,
  readBody,
  readRecords,
  systemClock,
} from '@cscx/support-core/connectors';
import * as z from 'zod';
import { desklyTicketSchema } from './deskly-payload.js';
import { createDesklyMapper, type DesklyMapping } from './map-deskly-ticket.js';

/** What a connection to Deskly needs. */
export interface DesklyConnectorOptions extends DesklyMapping {
  credentials: { api_key: string; webhook_secret: string };
  fetch?: typeof globalThis.fetch;
  clock?: ConnectorClock;
}

/** The last ticket that was read: tickets are listed by their last change and then by id. */
const positionSchema = z.object({ changed_at: z.string(), id: z.number() });
const pageSchema = z.object({ tickets: z.unknown(), next: positionSchema.nullable() });
const pokeSchema = z.object({ delivery: z.string(), ticket: z.number() });

export const createDesklyConnector = ({
  credentials,
  fetch = globalThis.fetch,
  clock = systemClock,
  ...mapping
}: DesklyConnectorOptions): Connector => {
  const { instance } = mapping;
  const reading = { schema: desklyTicketSchema, map: createDesklyMapper(mapping) };
  const http = createVendorHttp({
    connector: 'deskly',
    fetch,
    clock,
    baseUrl: () => `https://${instance}.deskly.example/v1/`,
    authorize: (headers) => headers.set('authorization', `Bearer ${credentials.api_key}`),
    // Deskly allows 600 requests a minute; a fifth stays for others.
    budget: createRateBudget({ clock, requests: 600 }),
  });

  const tickets: PullStream<z.infer<typeof positionSchema>> = {
    name: 'tickets',
    capability: null,
    state: positionSchema,
    begin: (since) => ({ changed_at: new Date(since ?? 0).toISOString(), id: 0 }),
    async *pull(state, signal) {
      for (let at: typeof state | null = state; at;) {
        const search = { changed_at: at.changed_at, after_id: at.id };
        const body = pageSchema.safeParse(await http.json('tickets', { operation: 'tickets', search, signal }));
        if (!body.success) {
          const details = { connector: 'deskly', operation: 'tickets' };
          throw new ConnectorError('connector_bad_response', 'expected tickets and the next position', details);
        }
        const { tickets: records, next } = body.data;
        if (next) yield { page: readRecords(records, reading), state: next };
        at = next;
      }
    },
  };

  return {
    id: 'deskly',
    instance,
    capabilities: ['incremental', 'deletions', 'csat', 'webhooks'],
    async checkConnection({ signal } = {}) {
      try {
        await http.json('me', { operation: 'check', signal });
        return { isUsable: true, account: instance, problems: [] };
      } catch (error) {
        if (!(error instanceof ConnectorError)) throw error;
        const message = `${error.message}. Make an API key under Settings > API, with the permission "Read tickets".`;
        return { isUsable: false, account: null, problems: [{ capability: null, message }] };
      }
    },
    pullTickets: (options = {}) => pullStreams('deskly', [tickets], options),
    async pullTicketsById(externalIds, { signal } = {}) {
      const search = { ids: externalIds.join(',') };
      const body = await http.json('tickets/by-id', { operation: 'tickets by id', search, signal });
      return readRecords(body, reading);
    },
    async readWebhook(request) {
      const body = await readBody(request);
      if (body === null) return { kind: 'rejected', status: 413, field: '', reason: 'expected less' };
      const isGenuine = await isSignedBy(body, request.headers.get('x-deskly-signature') ?? '', {
        secrets: [credentials.webhook_secret],
        hash: 'SHA-256',
        encoding: 'hex',
      });
      const field = 'x-deskly-signature';
      if (!isGenuine) return { kind: 'rejected', status: 401, field, reason: 'expected a valid signature' };
      const poke = z.preprocess(parseJson, pokeSchema).safeParse(new TextDecoder().decode(body));
      if (!poke.success) return { kind: 'rejected', status: 400, field: '', reason: 'expected delivery and ticket' };
      return { kind: 'accepted', delivery_id: poke.data.delivery, refetch: [String(poke.data.ticket)] };
    },
  };
};

const parseJson = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
};
