import { compareNumbers } from '../contenders/compare-numbers.ts';
import { handLoop } from '../contenders/hand-loop/hand-loop.ts';
import { median } from '../measure/median.ts';
import { formatCount, print, printTable } from '../print.ts';
import { generateTickets } from '../tickets/generate-tickets.ts';
import type { Benchmark } from './benchmark.ts';

const TICKETS = 500;

/** Calls in a row; a run so short is only as fast as it is warm. */
const CALLS = 500;

const millisecondsOf = (run: () => unknown): number => {
  const before = performance.now();
  run();
  return performance.now() - before;
};

/** One customer of 500 tickets, computed on the fly for its page. */
export const customer: Benchmark = async ({ tickets: ticketCount = TICKETS, rounds }) => {
  const { customerNumbers } = await import('../support-core.ts');
  print(
    `customer: ${formatCount(ticketCount)} tickets of one customer, median of ${formatCount(rounds * CALLS)} calls`,
  );
  const tickets = generateTickets(ticketCount, { customers: 1 });
  const customerId = tickets[0].customer_id;
  const differences = compareNumbers(handLoop(tickets), [customerNumbers(tickets, customerId)]);
  for (const difference of differences) print(`support-core differs from the hand loop: ${difference}`);

  const runs = new Map<string, () => unknown>([
    ['hand loop', () => handLoop(tickets)],
    ['support-core', () => customerNumbers(tickets, customerId)],
  ]);
  const times = new Map<string, number[]>([...runs.keys()].map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of runs) {
      const taken = Array.from({ length: CALLS }, () => millisecondsOf(run));
      // The first round warms up.
      if (round > 0) times.get(name)?.push(...taken);
    }
  }
  printTable([['', 'ms'], ...Array.from(times, ([name, taken]) => [name, median(taken).toFixed(3)])]);
  return differences.length === 0;
};
