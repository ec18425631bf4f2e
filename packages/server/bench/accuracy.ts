/**
 * Whether the store has exactly what support systems have: `pnpm bench:accuracy`. Four of them are simulated for 24 hours,
 * with tickets that are opened, changed, rated, reopened, merged and deleted, requests that fail, tokens that expire,
 * webhooks that never come and a worker that is restarted. Then every ticket is compared, and it is told how much
 * later than at its source each change was stored. All time is simulated.
 */
import { parseArgs } from 'node:util';
import { liveThrough } from './accuracy/live-through.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '24' },
    tickets: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '0.05' },
    'step-s': { type: 'string', default: '6' },
  },
});

const life = await liveThrough({
  hours: Number(values.hours),
  tickets: Number(values.tickets),
  seed: Number(values.seed),
  faults: Number(values.faults),
  step_s: Number(values['step-s']),
});

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

type Change = (typeof life.seen)[number];

const delays = (delayOf: (change: Change) => number | null): string => {
  const sorted = life.seen.flatMap((change) => delayOf(change) ?? []).toSorted((a, b) => a - b);
  const within = (share: number): string =>
    `${((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1000).toFixed(1)} s`;
  return `${sorted.length} changes: half within ${within(0.5)}, 99 % within ${within(0.99)}, all within ${within(1)}`;
};
const soon = life.seen.flatMap(({ after_webhook_ms }) => (after_webhook_ms === null ? [] : [after_webhook_ms <= 5000]));

const { syncs, failures, restarts, requests } = life;
print(`${life.tickets} tickets; ${syncs} syncs, ${failures} failed ones, ${requests} requests, ${restarts} restarts`);
print(`all         ${delays(({ delay_ms }) => delay_ms)}`);
print(`by sync     ${delays(({ delay_ms, after_webhook_ms }) => (after_webhook_ms === null ? delay_ms : null))}`);
print(`by webhook  ${delays(({ after_webhook_ms }) => after_webhook_ms)}`);
print(`            ${((100 * soon.filter(Boolean).length) / soon.length).toFixed(1)} % of them within 5 s`);
for (const kind of ['opened', 'changed', 'rated', 'removed']) {
  print(`${kind.padEnd(10)}  ${delays((change) => (change.kind === kind ? change.delay_ms : null))}`);
}
const late = life.seen.filter(({ delay_ms }) => delay_ms > 15 * 60_000);
for (const { desk, number, kind, at, delay_ms } of late) {
  print(`late: ${desk} ${number}, ${kind} at ${new Date(at).toISOString()}, after ${Math.round(delay_ms / 1000)} s`);
}
const wrong = [...life.wrong, ...life.unseen];
for (const sentence of wrong.slice(0, 100)) print(sentence);
if (wrong.length > 0) process.exitCode = 1;
print(wrong.length === 0 ? 'every ticket is as its support system has it' : `${wrong.length} differences`);
