/**
 * How fast tickets come in from support systems that set no limit: `pnpm bench:sync`. Into the embedded database, or into
 * the PostgreSQL of `DATABASE_URL`, whose database has to be empty. A simulated vendor's answers to a first pull are recorded,
 * and given again while the time is taken. `stored` counts to the last commit, `with alerts` to the end of the
 * sync; `mapped` is the mapping alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ConnectorPage } from '@cscx/support-core/connectors';
import { mapFreshdeskRecords } from '@cscx/support-core/connectors/freshdesk';
import { mapIntercomRecords } from '@cscx/support-core/connectors/intercom';
import { mapSalesforceRecords } from '@cscx/support-core/connectors/salesforce';
import { mapZendeskRecords } from '@cscx/support-core/connectors/zendesk';
import {
  createSimulatedAccount,
  createSimulatedClock,
  createSimulatedFreshdesk,
  createSimulatedIntercom,
  createSimulatedSalesforce,
  createSimulatedZendesk,
  RANDOM_COMPANIES,
  randomStories,
  type SimulatedVendorOptions,
} from '@cscx/support-core/simulators';
import {
  createConnector,
  openPgliteStore,
  openPostgresStore,
  type SupportStore,
  syncConnection,
} from '@cscx/support-server';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const YEAR_MS = 365 * 86_400_000;

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    vendor: { type: 'string', multiple: true },
  },
});
const count = Number(values.tickets);
const seed = Number(values.seed);

const simulators = {
  zendesk: createSimulatedZendesk,
  intercom: createSimulatedIntercom,
  freshdesk: createSimulatedFreshdesk,
  salesforce: createSimulatedSalesforce,
};

type Vendor = keyof typeof simulators;

/** Each takes a recorded answer of the list of tickets. */
const mappings: Record<Vendor, (document: unknown, settings: object) => ConnectorPage> = {
  zendesk: (document, settings) => mapZendeskRecords(document, settings as Parameters<typeof mapZendeskRecords>[1]),
  intercom: (document, settings) => mapIntercomRecords(document, settings as Parameters<typeof mapIntercomRecords>[1]),
  freshdesk: (document, settings) =>
    mapFreshdeskRecords(document, settings as Parameters<typeof mapFreshdeskRecords>[1]),
  salesforce: (document, settings) =>
    mapSalesforceRecords(document, settings as Parameters<typeof mapSalesforceRecords>[1]),
};

const createVendor = (vendor: Vendor) => {
  const clock = createSimulatedClock(NOW);
  const stories = randomStories({ count, seed, from: NOW - YEAR_MS, to: NOW });
  const account = createSimulatedAccount({ now: NOW, stories });
  const options: SimulatedVendorOptions = { account, clock, request_ms: 1 };
  return simulators[vendor](options);
};

/** An answer as it came, to be given again. */
interface Answer {
  body: ArrayBuffer;
  status: number;
  headers: [string, string][];
}

/** What a vendor answers to a first pull, in order. */
const recordPull = async (vendor: Vendor) => {
  const { fetch, clock, settings, credentials } = createVendor(vendor);
  const answers: Answer[] = [];
  const recording: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const { status, headers } = response;
    answers.push({ body: await response.clone().arrayBuffer(), status, headers: [...headers] });
    return response;
  };
  const bulk = vendor === 'salesforce' && { bulk_threshold: count };
  const description = { source_system: vendor, settings: { ...settings, ...bulk }, credentials };
  const connector = await createConnector(description, { fetch: recording, clock });
  for await (const { isCaughtUp } of connector.pullTickets()) if (isCaughtUp) break;
  return { description, answers };
};

type Recording = Awaited<ReturnType<typeof recordPull>>;

/** Takes no time of its own, and gives the same answers to the same requests. */
const replay = (answers: readonly Answer[]): typeof fetch => {
  const next = answers.values();
  return async () => {
    // As from a network, in a later turn of the loop: what is being written goes on meanwhile.
    await nextTurn();
    const { value } = next.next();
    if (!value) throw new TypeError('one request more than were recorded');
    return new Response(value.status === 204 ? null : value.body, { status: value.status, headers: value.headers });
  };
};

const perSecond = (amount: number, startedAt: number): number =>
  Math.round(amount / ((performance.now() - startedAt) / 1000));

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const now = () => new Date(NOW).toISOString();

const customers = RANDOM_COMPANIES.map(({ id, name, domain }) => ({
  customer_id: `customer-${id}`,
  name,
  csm_id: null,
  domains: [domain],
  contacts: [],
  external_ids: {},
}));

setFlagsFromString('--expose-gc');
/** The simulator leaves hundreds of megabytes, which would be collected while the time is taken. */
const collectGarbage = runInNewContext('gc') as () => void;

const syncSpeed = async ({ description, answers }: Recording, store: SupportStore) => {
  const { source_system } = description;
  const organization = store.forOrganization(source_system);
  await organization.ensure();
  await organization.customers.save(customers);
  const services = { fetch: replay(answers), clock: createSimulatedClock(NOW) };
  const connector = await createConnector(description, services);
  collectGarbage();
  const startedAt = performance.now();
  let stored = 0;
  const { pulled } = await syncConnection(organization, { connection_id: source_system }, connector, {
    now,
    onProgress: (progress) => {
      stored = perSecond(progress.pulled, startedAt);
    },
  });
  return { stored, evaluated: perSecond(pulled, startedAt) };
};

const jsonOf = ({ body }: Answer): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
};

const mappingSpeed = ({ description: { source_system, settings }, answers }: Recording): number => {
  const map = mappings[source_system];
  const lists = answers.map(jsonOf).filter((list) => list !== null && map(list, settings).tickets.length > 0);
  // The compiler has seen it all by then.
  const startedAt = performance.now();
  let mapped = 0;
  for (const list of lists) mapped += map(list, settings).tickets.length;
  return perSecond(mapped, startedAt);
};

const url = process.env['DATABASE_URL'];
const directory = await mkdtemp(join(tmpdir(), 'cscx-bench-'));
const store = url === undefined ? await openPgliteStore({ directory }) : openPostgresStore({ connection_string: url });
await store.migrate();
print(`${count} tickets into ${url === undefined ? 'PGlite' : 'PostgreSQL'}, tickets a second`);
for (const vendor of (values.vendor ?? Object.keys(simulators)) as Vendor[]) {
  const recording = await recordPull(vendor);
  const { stored, evaluated } = await syncSpeed(recording, store);
  const figures = [`${stored} stored`, `${evaluated} with alerts`, `${mappingSpeed(recording)} mapped`];
  print([vendor.padEnd(12), ...figures.map((figure) => figure.padStart(18))].join(''));
}
await store.close();
await rm(directory, { recursive: true });
