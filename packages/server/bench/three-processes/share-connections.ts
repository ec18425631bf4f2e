import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createCredentialsVault, openPostgresStore, type SupportStore } from '@cscx/support-server';
import { createFastTime } from './fast-time.ts';
import { startSupportSystems, type SupportSystems } from './support-systems.ts';

/** How much is shared, and how fast. */
export interface ShareOptions {
  /** A PostgreSQL with an empty database. */
  url: string;
  connections: number;
  /** Tickets of each account. */
  tickets: number;
  /** How many times as fast as the real time: leases, pauses and intervals are shorter by as much. */
  speed: number;
  /** Of that time. */
  interval_minutes: number;
}

/** What was seen; durations in seconds of the time that the processes had. */
export interface Shared {
  /** Turns of each process, the one that was killed first. */
  turns: number[];
  overlaps: readonly string[];
  /** Connections that it was reading when it was killed, and how long the last of them waited for another process. */
  orphans: number;
  taken_over_s: number;
  /** All that it had read last, and how long the last of them waited. */
  inherited: number;
  all_served_s: number;
  /** Connections that are not as they should be in the end: not read, failing, still held, or with other tickets. */
  wrong: string[];
}

const PROCESSES = ['first', 'second', 'third'];
const ORGANIZATIONS = 10;
const KEY = Buffer.alloc(32, 7).toString('base64');
const workerFile = fileURLToPath(new URL('worker.ts', import.meta.url));

/** When it is due at the latest, and somebody looks. */
const SLACK_MS = 20_000;
const LEASE_MS = 30_000;

const organizationOf = (index: number): string => `organization-${index % ORGANIZATIONS}`;

const saveConnections = async (
  store: SupportStore,
  { accounts }: SupportSystems,
  due_at: string,
): Promise<Map<string, string>> => {
  const vault = createCredentialsVault([KEY]);
  const owners = new Map([...accounts.keys()].map((connection_id, index) => [connection_id, organizationOf(index)]));
  for (const [connection_id, organization_id] of owners) {
    const organization = store.forOrganization(organization_id);
    await organization.ensure();
    const { settings = {}, credentials = {} } = accounts.get(connection_id) ?? {};
    await organization.connections.save(
      {
        connection_id,
        source_system: 'freshdesk',
        name: null,
        account: `freshdesk:${connection_id}:`,
        settings,
        credentials: vault.seal(credentials, { organization_id, connection_id }),
        next_sync_at: due_at,
      },
      due_at,
    );
  }
  return owners;
};

/** Rejects where a connection has not been read to its end after so many milliseconds. */
const untilRead = async (store: SupportStore, owners: ReadonlyMap<string, string>, ms: number): Promise<void> => {
  const deadline = Date.now() + ms;
  for (const [connection_id, organization_id] of owners) {
    const { connections } = store.forOrganization(organization_id);
    while (!(await connections.find(connection_id))?.data_as_of) {
      if (Date.now() > deadline) throw new Error(`not within ${ms} ms: ${connection_id} is read to its end`);
      await sleep(100);
    }
  }
};

/** Sentences about connections that are not read whole. */
const wrongConnections = async (
  store: SupportStore,
  owners: ReadonlyMap<string, string>,
  { accounts }: SupportSystems,
): Promise<string[]> => {
  const wrong: string[] = [];
  for (const [connection_id, organization_id] of owners) {
    const organization = store.forOrganization(organization_id);
    const connection = await organization.connections.find(connection_id);
    if (!connection?.data_as_of || connection.failures > 0 || connection.lease_expires_at !== null) {
      wrong.push(`${connection_id}: ${JSON.stringify({ ...connection, credentials: undefined })}`);
    }
    const accountPrefix = `freshdesk:${connection_id}:`;
    const expected = accounts.get(connection_id)?.account.byChange() ?? [];
    const stored = await organization.matching.page(
      { ticket_ids: expected.map(({ number }) => `${accountPrefix}${number}`) },
      { after: '', limit: expected.length + 1 },
    );
    if (stored.length !== expected.length) {
      wrong.push(`${connection_id}: ${stored.length} tickets of ${expected.length}`);
    }
  }
  return wrong;
};

/** Three processes read connections; one of them is killed in the middle, and the others go on. */
export const shareConnections = async ({
  url,
  connections,
  tickets,
  speed,
  interval_minutes,
}: ShareOptions): Promise<Shared> => {
  const since = Date.now();
  const time = createFastTime(since, speed);
  const store = openPostgresStore({ connection_string: url });
  await store.migrate();
  const connectionIds = Array.from({ length: connections }, (_, index) => `desk-${index}`);
  const systems = await startSupportSystems(connectionIds, { tickets, time });
  const owners = await saveConnections(store, systems, time.instant());

  const children = new Map<string, ChildProcess>();
  for (const name of PROCESSES) {
    const commandLine = [workerFile, name, since, speed, interval_minutes, systems.url].map(String);
    const env = { PATH: process.env['PATH'], DATABASE_URL: url, CREDENTIALS_KEY: KEY };
    children.set(name, spawn(process.execPath, commandLine, { env, stdio: ['ignore', 'ignore', 'inherit'] }));
  }
  const turnsOf = (name: string) => systems.turns.filter((turn) => turn.process === name);
  const seconds = (from: number, to: number) => ((to - from) / 1000) * speed;

  try {
    const patience = (4 * interval_minutes * 60_000) / speed + SLACK_MS;
    const many = Math.min(8, connections / 10);
    const isBusy = (name: string) => turnsOf(name).length > connections / 10 && systems.running(name).length >= many;
    const victims = () => PROCESSES.filter(isBusy);
    await systems.until(
      () => PROCESSES.every((name) => turnsOf(name).length > 0) && victims().length > 0,
      patience,
      'all processes read, and one of them much',
    );
    const [victim = ''] = victims();
    const lastReader = new Map(systems.turns.map(({ connection_id, process: name }) => [connection_id, name]));
    const inherited = connectionIds.filter((connection_id) => lastReader.get(connection_id) === victim);
    children.get(victim)?.kill('SIGKILL');
    const killed_at = Date.now();
    const orphans = systems.kill(victim);

    const servedAt = (connection_id: string): number | undefined =>
      systems.turns.find(
        (turn) => turn.connection_id === connection_id && turn.began_at >= killed_at && turn.process !== victim,
      )?.began_at;
    const last = (ids: readonly string[]): number =>
      Math.max(...ids.map((connection_id) => seconds(killed_at, servedAt(connection_id) ?? Infinity)));
    const orphanIds = orphans.map(({ connection_id }) => connection_id);
    await systems.until(
      () => inherited.every((connection_id) => servedAt(connection_id) !== undefined),
      Math.max(LEASE_MS / speed, patience),
      'the others read what the killed process had read',
    );
    await untilRead(store, owners, patience);
    const survivors = [...children].filter(([name]) => name !== victim);
    const ended = survivors.map(([, child]) => once(child, 'exit'));
    for (const [, child] of survivors) child.kill('SIGTERM');
    await Promise.all(ended);
    return {
      turns: [victim, ...survivors.map(([name]) => name)].map((name) => turnsOf(name).length),
      overlaps: systems.overlaps,
      orphans: orphanIds.length,
      taken_over_s: last(orphanIds),
      inherited: inherited.length,
      all_served_s: last(inherited),
      wrong: await wrongConnections(store, owners, systems),
    };
  } finally {
    for (const child of children.values()) child.kill('SIGKILL');
    await store.close();
    await systems.stop();
  }
};
