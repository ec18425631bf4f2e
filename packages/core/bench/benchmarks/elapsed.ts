import { median } from '../measure/median.ts';
import { timeRun } from '../measure/time-run.ts';
import { formatCount, print } from '../print.ts';
import { generateSpans } from '../tickets/business-spans.ts';
import { HOUR_MS } from '../tickets/ticket-period.ts';
import type { Benchmark } from './benchmark.ts';

const CALLS = 1_000_000;

/** Business time of lives of tickets, from minutes to three weeks: what every SLA verdict is made of. */
export const elapsed: Benchmark = async ({ tickets: calls = CALLS, rounds }) => {
  const { elapsedBusinessTime } = await import('../support-core.ts');
  print(`elapsed: ${formatCount(calls)} calls of elapsedBusinessTime, median of ${rounds} runs`);
  for (const pauses of [0, 2]) {
    const spans = generateSpans(calls, { pauses });
    let sum = 0;
    const run = (): void => {
      sum = 0;
      for (const { clock, range } of spans) sum += elapsedBusinessTime(clock, range);
    };
    run();
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) seconds.push((await timeRun(run)).cpu);
    const perMillion = (median(seconds) * 1e6) / calls;
    const meanHours = sum / calls / HOUR_MS;
    print(`  ${pauses} pauses: ${perMillion.toFixed(3)} CPU s per million calls (mean ${meanHours.toFixed(3)} h)`);
  }
  return true;
};
