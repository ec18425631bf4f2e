/**
 * How a server holds up under its users: `pnpm bench:load`. A server, a process of its own on the embedded database or on
 * the PostgreSQL of `DATABASE_URL` (an empty database), answers people who look at portfolios, customers, tickets and
 * alerts, with a pause of one to three seconds between two looks and ETags as browsers send them, while tickets come in.
 * Reported is each route's time, to the last byte, as users saw it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openPgliteStore, openPostgresStore } from '@cscx/support-server';
import { csmId, seedOrganization, type SeedOptions } from './load/seed.ts';
import { startServer, stopServer } from './load/served.ts';
import { nothingMeasured, runUser } from './load/users.ts';
import { keepWriting } from './load/writes.ts';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    users: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '150' },
    'warm-up': { type: 'string', default: '30' },
    'tickets-written': { type: 'string', default: '100' },
  },
});
const users = Number(values.users);

/** One user in so many is a manager. */
const MANAGERS = 10;

const now = Date.now();
const main: SeedOptions = {
  organization_id: 'main',
  customers: 300,
  csms: 20,
  tickets: Number(values.tickets),
  now,
};
const others = ['north', 'south', 'west'].map((organization_id) => ({
  ...main,
  organization_id,
  customers: 30,
  csms: 3,
  tickets: Math.floor(main.tickets / 20),
}));

const url = process.env['DATABASE_URL'];
const directory = await mkdtemp(join(tmpdir(), 'cscx-load-'));
const data = join(directory, 'data');
const env = url === undefined ? { DATA_DIR: data } : { DATABASE_URL: url };

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const seed = async (): Promise<string[]> => {
  const store =
    url === undefined ? await openPgliteStore({ directory: data }) : openPostgresStore({ connection_string: url });
  await store.migrate();
  for (const options of [main, ...others]) await seedOrganization(store, options);
  const keys: string[] = [];
  const at = new Date(now).toISOString();
  for (let user = 0; user < users; user += 1) {
    const { key } = await store.forOrganization(main.organization_id).apiKeys.create({ name: `user ${user}`, now: at });
    keys.push(key);
  }
  await store.close();
  return keys;
};

const row = (name: string, durations: number[]): string => {
  durations.sort((a, b) => a - b);
  const figures = [0.5, 0.95, 0.99, 1].map((p) => Math.round(durations[Math.ceil(p * durations.length) - 1] ?? 0));
  return [name.padEnd(12), ...[durations.length, ...figures].map((figure) => String(figure).padStart(8))].join('');
};

const keys = await seed();
const { base, child } = await startServer(env);
print(`${main.tickets} tickets on ${url === undefined ? 'PGlite' : 'PostgreSQL'}, ${users} users, ${values.seconds} s`);
const ending = new AbortController();
const measured = nothingMeasured();
const looking = keys.map((key, user) =>
  runUser({
    base,
    key,
    csm_id: user % MANAGERS === 0 ? undefined : csmId(user % main.csms),
    measured,
    signal: ending.signal,
  }),
);
const writing = keepWriting(main, {
  server: child,
  tickets: Number(values['tickets-written']),
  signal: ending.signal,
});
// A server that has just started reads its tickets once, and evaluates all alerts.
while ((measured.durations.get('portfolio')?.length ?? 0) < users) await sleep(100);
await sleep(Number(values['warm-up']) * 1000);
const first = [...measured.durations.values()].flat();
measured.durations.clear();
await sleep(Number(values.seconds) * 1000);
ending.abort();
await Promise.all(looking);
const writes = await writing;
await stopServer(child);
await rm(directory, { recursive: true });

print(`${'ms'.padEnd(12)}${['n', 'p50', 'p95', 'p99', 'most'].map((name) => name.padStart(8)).join('')}`);
for (const [route, durations] of measured.durations) print(row(route, durations));
print(row('all', [...measured.durations.values()].flat()));
print(row('warming up', first));
print(`${measured.unchanged} answers were 304; ${writes.tickets} tickets came in ${writes.batches} times`);
const { errors } = measured;
print(`${errors.length} errors ${[...new Set(errors)].join(', ')}`);
process.exitCode = errors.length > 0 ? 1 : 0;
