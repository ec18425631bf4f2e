/**
 * How a burst of webhooks is taken: `pnpm run bench:webhooks -- --count 1000 --tickets 10000`. All of them are sent at once
 * over HTTP from this very process: to a connection of Zendesk, whose webhooks only say which ticket to read, and to one of a
 * system of one's own, whose webhooks bring it. Printed is how long the answers took, and when the last one was applied. Into
 * the embedded database, or into the PostgreSQL of `DATABASE_URL`, whose database has to be empty.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import {
  createSimulatedAccount,
  createSimulatedClock,
  createSimulatedZendesk,
  createWebhookSender,
  RANDOM_COMPANIES,
  randomStories,
} from '@cscx/support-core/simulators';
import {
  createConnector,
  createCredentialsVault,
  createSupportServer,
  openPgliteStore,
  openPostgresStore,
  startSyncWorker,
  syncConnection,
} from '@cscx/support-server';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    count: { type: 'string', default: '1000' },
    /** What the organization has already. */
    tickets: { type: 'string', default: '10000' },
  },
});
const count = Number(values.count);
const stored = Number(values.tickets);
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const DAY_MS = 86_400_000;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const now = (): string => new Date().toISOString();

const url = process.env['DATABASE_URL'];
const directory = await mkdtemp(join(tmpdir(), 'cscx-bench-'));
const store = url === undefined ? await openPgliteStore({ directory }) : openPostgresStore({ connection_string: url });
await store.migrate();
const organization = store.forOrganization('bench');
await organization.ensure();
const customers = RANDOM_COMPANIES.map(({ id, name, domain }) => ({
  customer_id: `customer-${id}`,
  name,
  csm_id: null,
  domains: [domain],
  contacts: [],
  external_ids: {},
}));
await organization.customers.save(customers);

const start = Date.now();
const known = randomStories({ count: stored, seed: 7, from: start - 300 * DAY_MS, to: start - DAY_MS });
const fresh = randomStories({ count, seed: 8, from: start - DAY_MS, to: start, first_number: stored + 1 });
const account = createSimulatedAccount({ now: start, stories: known });
// Its requests take no time of their own, nor does waiting for its rate limit before the burst.
const clock = createSimulatedClock(start);
const zendesk = createSimulatedZendesk({ account, clock, request_ms: 0 });

const description = { settings: zendesk.settings, credentials: zendesk.credentials };
const connector = await createConnector({ source_system: 'zendesk', ...description }, { fetch: zendesk.fetch, clock });
await syncConnection(organization, { connection_id: 'zendesk' }, connector, { now });
account.add(fresh);

const complain = (fields: object, message: string): boolean => print(`${message} ${JSON.stringify(fields)}`);

/** Deliveries of a burst that have been applied. */
let applied = 0;
let onApplied = (): void => undefined;
const logger = {
  info(fields: object) {
    if (!('deliveries' in fields) || typeof fields.deliveries !== 'number') return;
    applied += fields.deliveries;
    onApplied();
  },
  warn: complain,
  error: complain,
};
const vault = createCredentialsVault([Buffer.alloc(32, 7).toString('base64')]);
const services = { vault, fetch: zendesk.fetch, clock };
const worker = startSyncWorker({ store, services, now, logger });
const server = createSupportServer({
  store,
  now,
  logger,
  authenticate: () => ({ organization_id: 'bench', role: 'admin', subject: 'bench' }),
  webhooks: { services, wake: () => worker.wake() },
});
const http = createAdaptorServer({ fetch: server.fetch });
http.listen({ port: 0, host: '127.0.0.1', backlog: 2048 });
await once(http, 'listening');
const { port } = http.address() as AddressInfo;

const connect = (connection_id: string, source_system: string, settings: object, credentials: object) =>
  organization.connections.save(
    {
      connection_id,
      source_system,
      name: null,
      account: null,
      settings,
      credentials: vault.seal(credentials, { organization_id: 'bench', connection_id }),
      // So that nothing but webhooks brings tickets.
      next_sync_at: new Date(start + DAY_MS).toISOString(),
    },
    now(),
  );
await connect('zendesk', 'zendesk', zendesk.settings, zendesk.credentials);
await connect('own', 'webhook', { instance: 'own' }, { type: 'signing_secrets', secrets: [SECRET] });

const burst = async (connection_id: string, requests: readonly Request[]): Promise<void> => {
  const messages = await Promise.all(
    requests.map(async (request) => ({ headers: [...request.headers], body: await request.text() })),
  );
  applied = 0;
  const allApplied = new Promise<void>((resolve) => {
    onApplied = () => applied >= count && resolve();
  });
  const startedAt = performance.now();
  const answers = await Promise.all(
    messages.map(async (message) => {
      const address = `http://127.0.0.1:${port}/api/support/webhooks/${connection_id}`;
      const { status } = await fetch(address, { method: 'POST', ...message });
      return { status, ms: performance.now() - startedAt };
    }),
  );
  await allApplied;
  const end = performance.now() - startedAt;
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.ceil(share * times.length) - 1] ?? 0);
  const refused = answers.filter(({ status }) => status !== 200).length;
  print(
    `${connection_id.padEnd(8)} answered p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, last ${at(1)} ms; ` +
      `${refused} refused; all applied after ${Math.round(end)} ms`,
  );
};

print(`${count} webhooks at once, ${stored} tickets stored, ${url === undefined ? 'PGlite' : 'PostgreSQL'}`);
const pokes = fresh.map(({ number }) => {
  const event = { type: 'zen:event-type:ticket.created', id: `event ${number}`, detail: { id: number } };
  return zendesk.webhook(number, event);
});
await burst('zendesk', await Promise.all(pokes));
const sender = createWebhookSender({ secret: SECRET, clock });
const told = fresh.map(({ number, requester }) => {
  const data = { id: `T-${number}`, status: 'open', requester: { email: requester.email } };
  return sender.deliver({ type: 'ticket.upserted', data });
});
await burst('own', await Promise.all(told));

http.close();
await worker.stop();
await store.close();
await rm(directory, { recursive: true });
