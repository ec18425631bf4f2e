import { parseArgs } from 'node:util';
import type { BenchmarkOptions } from './benchmarks/benchmark.ts';

/** The short ones first. */
export const BENCHMARK_NAMES = ['elapsed', 'customer', 'portfolio'] as const;

export type BenchmarkName = (typeof BENCHMARK_NAMES)[number];

/** What the command line asks for. */
export interface BenchOptions extends BenchmarkOptions {
  names: readonly BenchmarkName[];
}

export const USAGE = `Usage: pnpm bench [${BENCHMARK_NAMES.join('|')}]... [--tickets N] [--rounds N]`;

const benchmarkNamed = (word: string): BenchmarkName => {
  const name = BENCHMARK_NAMES.find((known) => known === word);
  if (name === undefined) throw new Error(`There is no benchmark ${word}.`);
  return name;
};

const atLeastOne = (text: string, option: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option}: expected a whole number above 0.`);
  return number;
};

/**
 * Reads the command line; without a name, all benchmarks are meant.
 *
 * @throws Error whose message is for whoever typed it
 */
export const readBenchOptions = (argv: readonly string[]): BenchOptions => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { tickets: { type: 'string' }, rounds: { type: 'string', default: '5' } },
  });
  const names = positionals.map(benchmarkNamed);
  return {
    names: names.length > 0 ? names : BENCHMARK_NAMES,
    tickets: values.tickets === undefined ? undefined : atLeastOne(values.tickets, 'tickets'),
    rounds: atLeastOne(values.rounds, 'rounds'),
  };
};
