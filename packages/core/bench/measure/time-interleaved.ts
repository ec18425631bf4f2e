import { median } from './median.ts';
import { type RunTime, timeRun } from './time-run.ts';

/** Medians over the rounds of one run. */
export interface InterleavedTime extends RunTime {
  /** CPU time over that of the first run in the same round. */
  ratio: number;
}

/**
 * Times several runs in turn, round after round, so that a machine that slows down meanwhile slows all of them. Ratios are
 * taken within a round for the same reason.
 *
 * @param runs - by name; the first is the yardstick
 */
export const timeInterleaved = async (
  runs: ReadonlyMap<string, () => unknown>,
  rounds: number,
): Promise<Map<string, InterleavedTime>> => {
  const times = new Map<string, RunTime[]>([...runs.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of runs) times.get(name)?.push(await timeRun(run));
  }
  const [yardstick = []] = times.values();
  const medians = ([name, taken]: [string, RunTime[]]): [string, InterleavedTime] => [
    name,
    {
      cpu: median(taken.map(({ cpu }) => cpu)),
      wall: median(taken.map(({ wall }) => wall)),
      ratio: median(taken.map(({ cpu }, round) => cpu / yardstick[round].cpu)),
    },
  ];
  return new Map([...times].map(medians));
};
