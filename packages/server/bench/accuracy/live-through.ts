import { RANDOM_COMPANIES } from '@cscx/support-core/simulators';
import {
  createCredentialsVault,
  createSupportServer,
  openPgliteStore,
  startSyncWorker,
  type SupportStore,
  type SyncWorker,
} from '@cscx/support-server';
import { randomLcg } from 'd3-random';
import { getResponse } from 'msw';
import { compareDesk, readStored } from './compare-desk.ts';
import { type Desk, DESKS, openDesks, START } from './desks.ts';
import { createMovingTime, settle } from './moving-time.ts';
import { type ExpectedChange, type SeenChange, watchChanges } from './watch-changes.ts';

/** What is lived through. */
export interface LifeOptions {
  hours: number;
  /** Of each desk. */
  tickets: number;
  seed: number;
  /** Share of requests to support systems that fail; where there are any, each system is also down for a while. */
  faults: number;
  /** The longest step of time, in seconds: what a worker does every second or two is then done as much later. */
  step_s: number;
}

/** What was found. */
export interface Life {
  tickets: number;
  /** All changes that were seen in the store, with how much later. */
  seen: readonly SeenChange[];
  /** Changes that were not, and should have been. */
  unseen: string[];
  /** Sentences about tickets that are not as the support systems have them. */
  wrong: string[];
  restarts: number;
  requests: number;
  syncs: number;
  failures: number;
}

const ORGANIZATION = 'acme';
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long it is waited for the last changes. */
const REST_MS = 20 * MINUTE_MS;
/** Each desk in turn does not answer for so long. */
const OUTAGE_MS = 8 * MINUTE_MS;
/** After a webhook, time goes on in small steps for a while: it is to be seen within this. */
const TOLD_STEP_MS = SECOND_MS;
const TOLD_MS = 5 * SECOND_MS;
/** A support system takes so long to answer, to each of those who ask at once. */
const REQUEST_MS = 50;
/** Of ten webhooks, one never comes. */
const LOST = 0.1;

const vault = createCredentialsVault([Buffer.alloc(32, 7).toString('base64')]);

/** Customers that companies name by their external id, and others that name companies. */
const saveCustomers = (store: SupportStore, desks: readonly Desk[]): Promise<unknown> =>
  store.forOrganization(ORGANIZATION).customers.save(
    RANDOM_COMPANIES.map(({ id, name, external_id }) => ({
      customer_id: external_id ?? `company-${id}`,
      name,
      csm_id: null,
      domains: [],
      contacts: [],
      external_ids: external_id ? {} : Object.fromEntries(desks.map((desk) => [desk.name, [desk.companyId(id)]])),
    })),
  );

const saveConnections = async (store: SupportStore, desks: readonly Desk[], now: string): Promise<void> => {
  const { connections } = store.forOrganization(ORGANIZATION);
  for (const { name, settings, credentials } of desks) {
    const sealed = vault.seal(credentials, { organization_id: ORGANIZATION, connection_id: name });
    const details = { connection_id: name, source_system: name, name: null, account: `${name}:`, settings };
    await connections.save({ ...details, credentials: sealed, next_sync_at: now }, now);
  }
};

/** Lives through some hours with a support system of each kind, and looks at what the store knows then. */
export const liveThrough = async ({ hours, tickets, seed, faults, step_s }: LifeOptions): Promise<Life> => {
  const chance = randomLcg(seed / 1000);
  const time = createMovingTime(START);
  const end = START + hours * HOUR_MS;
  const clock = time.vendorClock;
  const desks = openDesks({ clock, tickets, seed, until: end, faults });
  const store = await openPgliteStore();
  const organization = store.forOrganization(ORGANIZATION);
  await organization.ensure();
  await saveCustomers(store, desks);
  await saveConnections(store, desks, time.instant());

  let inFlight = 0;
  let requests = 0;
  const isDown = (index: number): boolean => {
    const since = clock.now() - START - ((index + 1) * hours * HOUR_MS) / (DESKS.length + 1);
    return faults > 0 && since >= 0 && since < OUTAGE_MS;
  };
  const road = time.waiting('road');
  const fetchAnywhere: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { hostname, pathname } = new URL(request.url);
    const index = DESKS.findIndex((name) => hostname.includes(name));
    inFlight += 1;
    requests += 1;
    try {
      await road.wait(REQUEST_MS, request.signal);
      const vendor = desks[index]?.vendor;
      if (!vendor || isDown(index)) return new Response(null, { status: 503 });
      // A refresh token is good for once: if the next one gets lost on its way, a person has to connect the account anew.
      const answer = pathname.endsWith('/oauth/tokens') && (await getResponse([...vendor.handlers], request));
      return answer || (await vendor.fetch(request));
    } finally {
      inFlight -= 1;
    }
  };

  const wrong: string[] = [];
  const counts = { syncs: 0, failures: 0, restarts: 0 };
  const logger = {
    info: (_fields: object, message: string) => void (counts.syncs += Number(message === 'synced')),
    warn: (_fields: object, message: string) => void (counts.failures += Number(message === 'sync failed')),
    error: (fields: object, message: string) => void wrong.push(`${message}: ${JSON.stringify(fields)}`),
  };
  const services = { vault, fetch: fetchAnywhere, clock: time.waiting('connector') };
  const workerClock = time.waiting('worker');
  const startWorker = (): SyncWorker =>
    startSyncWorker({
      store,
      services,
      now: time.instant,
      logger,
      random: chance,
      wait: (ms, signal) => workerClock.wait(ms, signal),
    });
  let worker = startWorker();
  const server = createSupportServer({
    store,
    now: time.instant,
    logger: { ...logger, info: () => undefined },
    rate_limits: false,
    webhooks: { services, wake: () => worker.wake() },
  });

  const watch = watchChanges(organization);
  const isOnTheRoad = (): boolean => inFlight === time.waits('road');
  /** Its three loops wait, and where a connection is read, its connector or its request does too. */
  const isIdle = (): boolean => {
    const loops = time.waits('worker');
    return isOnTheRoad() && loops >= 3 && loops - 3 <= time.waits('connector') + inFlight;
  };
  const settled = (isQuiet: () => boolean) => settle(isQuiet, () => organization.reportTickets.version());

  /** What it has asked for a token is still answered. */
  const stopWorker = async (): Promise<void> => {
    const stop = { isDone: false };
    const stopping = worker.stop().finally(() => {
      stop.isDone = true;
    });
    for (; !stop.isDone; time.advance(REQUEST_MS)) {
      await settled(() => stop.isDone || (inFlight > 0 && isOnTheRoad()));
    }
    await stopping;
  };
  const restart = async (): Promise<void> => {
    counts.restarts += 1;
    await stopWorker();
    worker = startWorker();
  };
  const send = async ({ name, poke }: Desk, number: number): Promise<void> => {
    if (!poke) return;
    const { headers, body } = await poke(number);
    const url = `http://localhost/api/support/webhooks/${name}`;
    const request = new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    const { status } = await server.fetch(request);
    if (status !== 200) throw new Error(`the webhook of ${name} was answered ${status}`);
  };

  const coming = desks.flatMap((desk) => desk.changes.map((change) => ({ desk, change })));
  coming.sort((a, b) => a.change.at - b.change.at);
  let next = 0;
  const toTell: { desk: Desk; expected: ExpectedChange }[] = [];
  /** What has happened by now. Requests take time too, and answer with what happens meanwhile. */
  const expectChanges = (): void => {
    for (const { account } of desks) account.advanceTo(clock.now());
    for (let due = coming[next]; due && due.change.at <= clock.now(); due = coming[(next += 1)]) {
      const expected = watch.expect(due.desk, due.change);
      if (due.desk.poke !== null && chance() >= LOST) toTell.push({ desk: due.desk, expected });
    }
  };

  let nextRestart = START + HOUR_MS / 3;
  let nextExpiry = START + HOUR_MS;
  let isMoved = false;
  let lastTold = 0;
  while (clock.now() < end + REST_MS) {
    const due = coming[next]?.change.at ?? Infinity;
    const step = clock.now() < lastTold + TOLD_MS ? TOLD_STEP_MS : step_s * SECOND_MS;
    time.advance(Math.max(0, Math.min(due - clock.now(), step, inFlight > 0 ? REQUEST_MS : Infinity)));
    expectChanges();
    for (const { desk, expected } of toTell.splice(0)) {
      lastTold = expected.told_at = clock.now();
      await send(desk, expected.change.number);
    }
    if (clock.now() >= nextRestart) {
      nextRestart += HOUR_MS * (0.5 + chance());
      await restart();
    }
    if (clock.now() >= nextExpiry) {
      nextExpiry += HOUR_MS;
      for (const { expireToken } of desks) expireToken();
    }
    if (!isMoved && clock.now() > (START + end) / 2) {
      isMoved = true;
      for (const { moveCompany } of desks) moveCompany();
    }
    await settled(isIdle);
    expectChanges();
    await watch.look(clock.now());
  }
  await stopWorker();

  const stored = await readStored(organization);
  for (const desk of desks) wrong.push(...(await compareDesk(stored, desk)));
  const isStanding = ([ticketId]: [string, number]): boolean => stored.has(ticketId);
  const unseen = [...watch.missing()].filter(isStanding).map(([ticketId, count]) => `${ticketId}: ${count}`);
  await store.close();
  return { tickets: stored.size, seen: watch.seen, unseen, wrong, requests, ...counts };
};
