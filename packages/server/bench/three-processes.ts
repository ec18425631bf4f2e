/**
 * Whether processes share connections as they should: `pnpm bench:three-processes`. Three of them, on one PostgreSQL, read
 * 200 connections in real time; one is killed while it reads, and the others take over. Into a PostgreSQL of its own, or
 * that of `TEST_DATABASE_URL`, whose database has to be empty.
 */
import { parseArgs } from 'node:util';
import { startTestPostgres } from '../src/__fixtures__/start-test-postgres.ts';
import { shareConnections } from './three-processes/share-connections.ts';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '200' },
    tickets: { type: 'string', default: '15' },
    speed: { type: 'string', default: '1' },
    'interval-minutes': { type: 'string', default: '0.75' },
  },
});

const { url, stop } = await startTestPostgres();
const { turns, overlaps, orphans, taken_over_s, inherited, all_served_s, wrong } = await shareConnections({
  url,
  connections: Number(values.connections),
  tickets: Number(values.tickets),
  speed: Number(values.speed),
  interval_minutes: Number(values['interval-minutes']),
});
await stop();

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
print(`turns of the process that was killed, and of the others: ${turns.join(', ')}`);
print(`${orphans} connections that it was reading were read by the others within ${taken_over_s.toFixed(1)} s`);
print(`all ${inherited} that it had read last within ${all_served_s.toFixed(1)} s`);
for (const sentence of [...overlaps, ...wrong]) print(sentence);
if (overlaps.length > 0 || wrong.length > 0 || taken_over_s > 60) process.exitCode = 1;
else print('none was ever read by two at once, and every one is read whole');
