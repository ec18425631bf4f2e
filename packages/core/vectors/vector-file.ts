import type * as core from '@cscx/support-core';

/** What vectors are checked against: the public functions of the package, built or from its sources. */
export type Core = Pick<
  typeof core,
  | 'assessSla'
  | 'backlogAt'
  | 'csatOfScores'
  | 'csatSummary'
  | 'dueAt'
  | 'durationTrend'
  | 'elapsedBusinessTime'
  | 'instantOfLocal'
  | 'knownShare'
  | 'newcombeInterval'
  | 'normalizeCsat'
  | 'proportionTrend'
  | 'quantile'
  | 'reopenCount'
  | 'slaCompliance'
  | 'timeInStatuses'
  | 'wilsonInterval'
>;

/** Anything by name: what a vector expects, and what the package answers. */
export type Values = Record<string, unknown>;

/** A question with a known answer. What it holds besides depends on its kind. */
export interface Vector extends Values {
  id?: string;
  kind?: string;
  /** Of an aggregate: which. */
  fn?: string;
  /** The name of one of the file's calendars, or one itself; null is around the clock. */
  calendar?: string | core.BusinessCalendar | null;
}

/** Questions with known answers, and the calendars that they name. */
export interface VectorFile {
  calendars: Record<string, core.BusinessCalendar>;
  vectors: readonly Vector[];
}

/** Says whether something is an object with names in it. */
export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a file of vectors: `{ calendars, vectors: [...] }`; other fields are for people.
 *
 * @throws Error that says what is wrong with the file
 */
export const parseVectorFile = (text: string): VectorFile => {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`not JSON: ${(error as Error).message}`, { cause: error });
  }
  if (!isValues(file)) throw new Error('expected an object with "vectors"');
  const { calendars = {}, vectors } = file;
  if (!isValues(calendars)) throw new Error('calendars: expected calendars by name');
  if (!Array.isArray(vectors) || vectors.length === 0)
    throw new Error('vectors: expected a list with at least one vector');
  return { calendars, vectors } as VectorFile;
};
