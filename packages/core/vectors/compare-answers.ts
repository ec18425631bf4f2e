import { isValues, type Values } from './vector-file.ts';

/** Something expected that was not answered so. */
export interface Difference {
  /** Which field, such as `resolution.verdict`. */
  path: string;
  expected: unknown;
  got: unknown;
}

/** An answer that depends on what is expected: `pending` is also said of what is at risk, which may be asked for too. */
export type AnswerTo = (expected: unknown) => unknown;

/** Expected numbers with decimals are rounded to four places. */
export const ROUNDED = 1e-4;

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

const isInstant = (value: unknown): value is string => typeof value === 'string' && INSTANT.test(value);

const isSame = (expected: unknown, got: unknown, tolerance: number): boolean => {
  if (typeof expected === 'number' && typeof got === 'number') {
    return expected === got || Math.abs(expected - got) <= tolerance;
  }
  if (isInstant(expected) && isInstant(got)) return Date.parse(expected) === Date.parse(got);
  if (Array.isArray(expected) && Array.isArray(got)) {
    return expected.length === got.length && expected.every((each, index) => isSame(each, got[index], tolerance));
  }
  return expected === got;
};

/** Compares all that is expected with the answers; what is answered and not expected is no difference. */
export const compareAnswers = (expected: Values, answers: Values, tolerance = 0, within = ''): Difference[] =>
  Object.entries(expected).flatMap(([name, value]): Difference[] => {
    const path = within + name;
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
    const got = typeof answer === 'function' ? (answer as AnswerTo)(value) : answer;
    if (got === undefined) return [{ path, expected: value, got: `cannot check ${path}` }];
    if (isValues(value) && isValues(got)) return compareAnswers(value, got, tolerance, `${path}.`);
    return isSame(value, got, tolerance) ? [] : [{ path, expected: value, got }];
  });
