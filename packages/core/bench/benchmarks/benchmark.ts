/** How much is measured. */
export interface BenchmarkOptions {
  /** Tickets, or calls; undefined is the benchmark's own number. */
  tickets: number | undefined;
  /** Measured runs, of which the median is told. */
  rounds: number;
}

/** Measures and prints; false if a number was wrong or a run failed, so that its times mean nothing. */
export type Benchmark = (options: BenchmarkOptions) => Promise<boolean>;
