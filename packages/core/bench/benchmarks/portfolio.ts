import { compareNumbers, fieldsLeftOut } from '../contenders/compare-numbers.ts';
import type { CustomerNumbers, NumbersOf } from '../contenders/customer-numbers.ts';
import { handLoop } from '../contenders/hand-loop/hand-loop.ts';
import { loadContenders } from '../contenders/load-contenders.ts';
import { firstLine } from '../first-line.ts';
import { timeInterleaved } from '../measure/time-interleaved.ts';
import { formatCount, print, printTable } from '../print.ts';
import { generateTickets } from '../tickets/generate-tickets.ts';
import type { Benchmark } from './benchmark.ts';

const TICKETS = 1_000_000;

const TICKETS_PER_CUSTOMER = 100;

/** Differences shown of one contender. */
const SHOWN = 5;

const isRight = (name: string, actual: readonly CustomerNumbers[], expected: readonly CustomerNumbers[]): boolean => {
  const leftOut = fieldsLeftOut(expected, actual);
  if (leftOut.length > 0) print(`${name} does not tell, so not compared: ${leftOut.join(', ')}`);
  const differences = compareNumbers(expected, actual);
  if (differences.length === 0) return true;
  print(`${name} differs from the hand loop in ${formatCount(differences.length)} numbers:`);
  for (const difference of differences.slice(0, SHOWN)) print(`  ${difference}`);
  return false;
};

/** Loads the contenders and says who could not be. */
const availableContenders = async (): Promise<Map<string, NumbersOf>> => {
  const { contenders, absent } = await loadContenders();
  for (const [name, reason] of absent) print(`${name} left out, it could not be loaded: ${reason}`);
  return contenders;
};

/**
 * One million tickets of 10,000 customers: the same numbers of each customer from the package, from libraries made for
 * tables, and from a loop written for just these numbers. Whoever has a number wrong is not timed. The run that is checked
 * is the one that warms up.
 */
export const portfolio: Benchmark = async ({ tickets: ticketCount = TICKETS, rounds }) => {
  const customers = Math.ceil(ticketCount / TICKETS_PER_CUSTOMER);
  print(
    `portfolio: ${formatCount(ticketCount)} tickets, ${formatCount(customers)} customers, median of ${rounds} runs`,
  );
  const tickets = generateTickets(ticketCount, { customers });

  const expected = handLoop(tickets);
  const runs = new Map<string, () => unknown>([['hand loop', () => handLoop(tickets)]]);
  let areAllRight = true;
  for (const [name, numbersOf] of await availableContenders()) {
    try {
      if (isRight(name, await numbersOf(tickets), expected)) runs.set(name, () => numbersOf(tickets));
      else areAllRight = false;
    } catch (error) {
      print(`${name} failed: ${firstLine(error)}`);
      areAllRight = false;
    }
  }

  const times = await timeInterleaved(runs, rounds);
  printTable([
    ['', 'CPU s', 'wall s', '× CPU of the hand loop'],
    ...Array.from(times, ([name, { cpu, wall, ratio }]) => [name, cpu.toFixed(3), wall.toFixed(3), ratio.toFixed(2)]),
  ]);
  return areAllRight;
};
