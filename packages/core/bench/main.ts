import { type BenchmarkName, type BenchOptions, readBenchOptions, USAGE } from './bench-options.ts';
import type { Benchmark } from './benchmarks/benchmark.ts';
import { customer } from './benchmarks/customer.ts';
import { elapsed } from './benchmarks/elapsed.ts';
import { portfolio } from './benchmarks/portfolio.ts';
import { firstLine } from './first-line.ts';
import { print } from './print.ts';

const BENCHMARKS: Readonly<Record<BenchmarkName, Benchmark>> = { elapsed, customer, portfolio };

/** Runs one after the other; one that fails does not keep the others from running. */
const runAll = async ({ names, ...options }: BenchOptions): Promise<boolean> => {
  let isFine = true;
  for (const name of names) {
    try {
      isFine = (await BENCHMARKS[name](options)) && isFine;
    } catch (error) {
      print(`${name} could not run: ${firstLine(error)}`);
      isFine = false;
    }
    print();
  }
  return isFine;
};

try {
  if (!(await runAll(readBenchOptions(process.argv.slice(2))))) process.exitCode = 1;
} catch (error) {
  print(firstLine(error));
  print(USAGE);
  process.exitCode = 1;
}
