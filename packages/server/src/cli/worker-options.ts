import { InvalidArgumentError, Option, type Command } from 'commander';

/** How connections are kept up to date. */
export interface WorkerOptions {
  /** False: other processes do it. */
  sync: boolean;
  syncInterval: number;
}

const parseMinutes = (value: string): number => {
  const minutes = Number(value);
  if (minutes >= 0.1 && minutes <= 60) return minutes;
  throw new InvalidArgumentError('expected minutes from 0.1 to 60');
};

/** Adds the options of `serve` that say how. */
export const addWorkerOptions = (command: Command): void => {
  command
    .option('--no-sync', 'leave connections and alerts to other servers on the same PostgreSQL')
    .addOption(
      new Option('--sync-interval <minutes>', 'the longest time between two syncs of a connection')
        .env('SYNC_INTERVAL_MINUTES')
        .default(5)
        .argParser(parseMinutes),
    );
};
