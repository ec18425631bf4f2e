import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as core from '../src/index.js';
import { checkVectors } from './check-vectors.ts';
import { parseVectorFile, type Vector } from './vector-file.ts';

const text = readFileSync(new URL('metric-vectors.json', import.meta.url), 'utf8');

const file = parseVectorFile(text);

const check = (...vectors: Vector[]) => checkVectors(core, { ...file, vectors });

const verdict = (ticket: object, expected: object, settings: object = {}): Vector => ({
  id: 'V',
  kind: 'verdict',
  as_of: '2026-11-23T12:00:00Z',
  ticket: {
    created_at: '2026-11-23T09:00:00Z',
    status: 'open',
    priority: 'medium',
    sla_resolution_hours: 4,
    ...ticket,
  },
  expected,
  ...settings,
});

const aggregate = (fn: string, input: unknown, expected: unknown): Vector => ({
  id: fn,
  kind: 'aggregate',
  fn,
  input,
  expected,
});

afterEach(() => void vi.useRealTimers());

describe('the known answers', () => {
  it('are 145', () => {
    expect(file.vectors).toHaveLength(145);
  });

  it.each(file.vectors)('agree with $id ($kind)', (vector) => {
    expect(check(vector)).toEqual([]);
  });

  it.each([
    ['a night in which New York sets its clocks back', '2026-11-01T05:59:59Z'],
    ['a night in which Berlin sets its clocks forward', '2026-03-29T01:00:00Z'],
    ['the year 2099', '2099-07-01T12:00:00Z'],
    ['the year 1970', '1970-01-01T00:00:00Z'],
  ])('hold when the clock shows %s', (_, now) => {
    vi.useFakeTimers();
    vi.setSystemTime(now);
    // Calendars of its own: those used before are ready for arithmetic already.
    expect(checkVectors(core, parseVectorFile(text))).toEqual([]);
  });
});

describe('checkVectors', () => {
  it('says what was expected and what the answer is', () => {
    const times = { start: '2026-11-23T09:00:00Z', end: '2026-11-23T10:00:00Z', calendar: null };
    expect(check({ id: 'X', kind: 'elapsed', ...times, expected_seconds: 3601 })).toEqual([
      { id: 'X', differences: [{ path: 'seconds', expected: 3601, got: 3600 }] },
    ]);
  });

  it('judges equal as met and more than the target as breached', () => {
    const vector = { kind: 'elapsed', start: '2026-11-23T09:00:00Z', calendar: null, target_minutes: 60 };
    expect(
      check(
        { ...vector, end: '2026-11-23T10:00:00Z', expected_verdict: 'met' },
        { ...vector, end: '2026-11-23T10:00:01Z', expected_verdict: 'breached' },
      ),
    ).toEqual([]);
  });

  it('takes a calendar written into the vector, a pause without an end, and moments in any zone', () => {
    const weekly = { mon: [['09:00', '17:00']] } as unknown as core.BusinessCalendar['weekly'];
    const calendar = { timezone: 'Europe/Berlin', weekly, holidays: [] };
    const elapsed = {
      start: '2026-11-23T08:00:00Z',
      end: '2026-11-23T18:00:00Z',
      pauses: [['2026-11-23T09:00:00Z', null]],
    };
    expect(
      check(
        { kind: 'elapsed', calendar, ...elapsed, expected_seconds: 3600 },
        {
          kind: 'due_at',
          calendar,
          start: elapsed.start,
          add_minutes: 60,
          expected_due_at: '2026-11-23T10:00:00+01:00',
        },
      ),
    ).toEqual([]);
  });

  it('takes at risk and paused for pending unless it is asked for them', () => {
    const paused = [
      ['2026-11-23T09:00:00Z', 'new'],
      ['2026-11-23T10:00:00Z', 'hold'],
    ];
    const onHold = { status: 'hold', status_history: paused };
    expect(
      check(
        verdict(
          {},
          { resolution: { verdict: 'pending', at_risk: false, elapsed_minutes: 180, remaining_minutes: 60 } },
        ),
        verdict({}, { resolution: { verdict: 'at_risk', at_risk: true } }, { policy: { at_risk_within_minutes: 60 } }),
        verdict(onHold, { resolution: { verdict: 'pending', paused: true, due_at: null, elapsed_seconds: 3600 } }),
        verdict(onHold, { resolution: { verdict: 'paused', pauses_known: true, priority_assumed: true } }),
        verdict(onHold, { resolution: { verdict: 'pending', paused: false } }, { pause_on_hold: false }),
      ),
    ).toEqual([]);
  });

  it('keeps the computed verdict beside the word of the vendor', () => {
    const expected = { verdict: 'breached', computed_verdict: 'pending', sla_source: 'vendor', source: 'vendor' };
    expect(check(verdict({ vendor: { resolution: 'breached' } }, { resolution: expected }))).toEqual([]);
  });

  it('checks aggregates that the known answers lack', () => {
    const series = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(
      check(
        aggregate(
          'csat',
          { scores: [0, 6, null, 4], surveys_sent: 4 },
          { responses: 1, average: 4, response_rate: 0.25 },
        ),
        aggregate('csat', { scores: ['good', 'bad'], scale: 'binary' }, { average: 3, percent: 50 }),
        aggregate('csat', { scores: [0, 10], scale: [0, 10] }, { average: 3 }),
        aggregate('csat_normalize', { score: 4, min: 1, max: 7 }, { score: 3 }),
        aggregate('newcombe', { previous: [48, 80], current: [56, 70] }, { ci: [5.2431, 33.3873] }),
        aggregate('trend_csat', { previous: [3, 3, 3], current: [5, 5, 5] }, { trend: 'improving', delta: 2 }),
        aggregate('trend_duration', { previous: series, current: series.map((x) => x * 3) }, { trend: 'declining' }),
        aggregate(
          'backlog',
          { tickets: [{ created_at: '2026-11-01T00:00:00Z' }], at: '2026-11-02T00:00:00Z' },
          { backlog: 1 },
        ),
      ),
    ).toEqual([]);
  });

  it('accepts a refusal where an error is expected, and nothing else', () => {
    const never = { kind: 'elapsed', start: '2026-11-23T09:00:00Z', end: '2026-11-23T10:00:00Z', expected_error: true };
    const closed = { timezone: 'UTC', weekly: {}, holidays: [] };
    expect(check({ ...never, calendar: closed })).toEqual([]);
    expect(check({ id: 'X', ...never, calendar: null })).toEqual([
      { id: 'X', differences: [{ path: 'error', expected: true, got: 'an answer' }] },
    ]);
    expect(check({ id: 'X', ...never, calendar: 'nowhere' })).toEqual([
      { id: 'X', differences: [{ path: 'error', expected: true, got: 'Error: the file has no calendar nowhere' }] },
    ]);
  });

  it.each<[string, Vector, string]>([
    ['an unknown kind', { kind: 'guess', expected: { x: 1 } }, 'guess'],
    ['no kind', { expected: { x: 1 } }, ''],
    ['an unknown fn', aggregate('median', {}, { x: 1 }), 'Error: unknown fn median'],
    ['an unknown status', verdict({ status: 'lost' }, { resolution: {} }), 'Error: unknown status lost'],
    ['a field nobody can answer', aggregate('wilson', { k: 1, n: 2 }, { middle: 50 }), 'cannot check middle'],
    ['a field of a metric', verdict({}, { resolution: { mood: 1 } }), 'cannot check resolution.mood'],
    ['nothing expected', { kind: 'elapsed' }, 'nothing'],
    [
      'a moment that is none',
      { kind: 'due_at', add_minutes: 1, start: 'noon', expected_due_at: 1 },
      'Error: expected an instant, got "noon"',
    ],
  ])('fails a vector with %s', (_, vector, got) => {
    expect(check(vector)).toEqual([{ id: vector.id ?? '#1', differences: [expect.objectContaining({ got })] }]);
  });

  it('fails what is no vector', () => {
    expect(check(7 as unknown as Vector)).toEqual([
      { id: '#1', differences: [{ path: 'vector', expected: 'an object', got: 7 }] },
    ]);
  });
});
