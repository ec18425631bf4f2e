import { firstLine } from '../first-line.ts';
import type { NumbersOf } from './customer-numbers.ts';

/** Each is loaded by itself, so that one that is not installed does not stop the others. */
const LOADERS: Readonly<Record<string, () => Promise<NumbersOf>>> = {
  'support-core': async () => (await import('../support-core.ts')).portfolioNumbers,
  DuckDB: async () => (await import('./duckdb.ts')).duckdb,
  Polars: async () => (await import('./polars.ts')).polars,
  Arquero: async () => (await import('./arquero.ts')).arquero,
};

/** Whom the hand loop is measured against on this machine. */
export interface LoadedContenders {
  contenders: Map<string, NumbersOf>;
  /** Why the others are not among them, by name. */
  absent: Map<string, string>;
}

/** Loads whoever can be loaded. */
export const loadContenders = async (): Promise<LoadedContenders> => {
  const contenders = new Map<string, NumbersOf>();
  const absent = new Map<string, string>();
  for (const [name, load] of Object.entries(LOADERS)) {
    try {
      contenders.set(name, await load());
    } catch (error) {
      absent.set(name, firstLine(error));
    }
  }
  return { contenders, absent };
};
