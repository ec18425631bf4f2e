import type { MetricAssessment, SlaStatus } from '@cscx/support-core';
import { aggregateAnswers } from './aggregate-answers.ts';
import { type AnswerTo, compareAnswers, type Difference, ROUNDED } from './compare-answers.ts';
import { type Core, isValues, type Values, type Vector, type VectorFile } from './vector-file.ts';
import { calendarOf, epochOf, instantOf, type Pause, rangesOf } from './vector-values.ts';
import { policyOf, ticketOf, type VectorTicket } from './vector-ticket.ts';

/** A vector that the package does not answer as it expects. */
export interface Failure {
  id: string;
  differences: readonly Difference[];
}

/** What the package answers to vectors of a kind: everything that such a vector may expect, by name. */
type Kind = (core: Core, vector: Vector, file: VectorFile, expected: Values) => Values;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const elapsed: Kind = (core, vector, file) => {
  const { start, end, pauses, target_minutes } = vector as Vector & {
    pauses?: readonly Pause[];
    target_minutes?: number;
  };
  const clock = { calendar: calendarOf(vector, file), pauses: rangesOf(pauses) };
  const ms = core.elapsedBusinessTime(clock, { from: epochOf(start), to: epochOf(end) });
  return {
    seconds: ms / 1000,
    minutes: ms / MINUTE_MS,
    hours: ms / HOUR_MS,
    ...(target_minutes !== undefined && { verdict: ms > target_minutes * MINUTE_MS ? 'breached' : 'met' }),
  };
};

const dueAt: Kind = (core, vector, file) => {
  const { start, pauses, add_minutes } = vector as Vector & { pauses?: readonly Pause[]; add_minutes?: number };
  if (typeof add_minutes !== 'number') throw new Error('expected add_minutes');
  const clock = { calendar: calendarOf(vector, file), pauses: rangesOf(pauses) };
  return { due_at: instantOf(core.dueAt(clock, epochOf(start), Math.round(add_minutes * MINUTE_MS))) };
};

const resolveLocal: Kind = (core, { local, timezone }) => {
  const [year, month, day, hour, minute, second = 0] = String(local)
    .split(/[-T: ]/)
    .map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) {
    throw new Error(`expected a local time such as 2026-11-23T09:30:00, got ${JSON.stringify(local)}`);
  }
  return { instant: instantOf(core.instantOfLocal({ year, month, day, hour, minute, second }, String(timezone))) };
};

/** One of the definitions' four verdicts, unless at risk or paused, which are kinds of pending, is asked for. */
const verdictAnswer =
  (status: SlaStatus): AnswerTo =>
  (expected) =>
    (status === 'at_risk' || status === 'paused') && expected !== 'at_risk' && expected !== 'paused'
      ? 'pending'
      : status;

/** Hours that the package divided from whole milliseconds, as those again. */
const msOf = (hours: number): number => Math.round(hours * HOUR_MS);

const metricAnswers = (assessment: MetricAssessment): Values => {
  const { verdict, computed_verdict, elapsed_hours, remaining_hours, target_hours, due_at } = assessment;
  const remaining = remaining_hours === null ? null : msOf(remaining_hours);
  return {
    ...assessment,
    verdict: verdictAnswer(verdict),
    computed_verdict: verdictAnswer(computed_verdict),
    at_risk: verdict === 'at_risk',
    paused: verdict === 'paused' || (target_hours !== null && due_at === null),
    elapsed_minutes: msOf(elapsed_hours) / MINUTE_MS,
    elapsed_seconds: msOf(elapsed_hours) / 1000,
    remaining_minutes: remaining && remaining / MINUTE_MS,
    remaining_seconds: remaining && remaining / 1000,
    target_minutes: target_hours && msOf(target_hours) / MINUTE_MS,
    sla_source: assessment.source,
  };
};

const verdict: Kind = (core, vector, file) => {
  const { as_of, ticket } = vector as Vector & { ticket?: VectorTicket };
  if (!ticket) throw new Error('expected a ticket');
  const now = instantOf(epochOf(as_of));
  const policy = policyOf({ ...vector, ticket }, calendarOf(vector, file));
  const { first_response, resolution } = core.assessSla(ticketOf(ticket, now), { now, policy });
  return { first_response: metricAnswers(first_response), resolution: metricAnswers(resolution) };
};

const kinds: Record<string, Kind> = {
  elapsed,
  due_at: dueAt,
  resolve_local: resolveLocal,
  verdict,
  aggregate: (core, vector, _file, expected) => aggregateAnswers(core, vector, expected),
};

const EXPECTED = 'expected_';

/** All that a vector expects: what stands in `expected`, and each field that begins with `expected_`. */
const expectedOf = (vector: Vector): Values => ({
  ...(isValues(vector['expected']) && vector['expected']),
  ...Object.fromEntries(
    Object.entries(vector).flatMap(([name, value]) =>
      name.startsWith(EXPECTED) ? [[name.slice(EXPECTED.length), value]] : [],
    ),
  ),
});

const differencesOf = (core: Core, file: VectorFile, vector: Vector): Difference[] => {
  const { kind = '' } = vector;
  const check = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!check) return [{ path: 'kind', expected: Object.keys(kinds).join(', '), got: kind }];
  const { error, ...expected } = expectedOf(vector);
  const expectsError = error !== undefined && error !== null && error !== false;
  if (!expectsError && Object.keys(expected).length === 0) {
    return [{ path: 'expected', expected: 'something expected', got: 'nothing' }];
  }
  let answers: Values;
  try {
    answers = check(core, vector, file, expected);
  } catch (thrown) {
    if (expectsError && isRefusal(thrown)) return [];
    return [{ path: 'error', expected: expectsError ? error : expected, got: String(thrown) }];
  }
  if (expectsError) return [{ path: 'error', expected: error, got: 'an answer' }];
  return compareAnswers(expected, answers, kind === 'aggregate' ? ROUNDED : 0);
};

/** Says whether the package refused its input on purpose: its errors have a code; a zone is refused by `Intl`. */
const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof RangeError || (thrown instanceof Error && 'code' in thrown);

/** Asks the package every question of a file. @returns those that it does not answer as expected */
export const checkVectors = (core: Core, file: VectorFile): Failure[] =>
  file.vectors.flatMap((vector, index): Failure[] => {
    if (!isValues(vector)) {
      return [{ id: `#${index + 1}`, differences: [{ path: 'vector', expected: 'an object', got: vector }] }];
    }
    const differences = differencesOf(core, file, vector);
    return differences.length === 0 ? [] : [{ id: vector.id ?? `#${index + 1}`, differences }];
  });
