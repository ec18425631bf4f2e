import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from './describe.js';
import {
  addDuration,
  type DurationSample,
  durationSummary,
  emptyDurations,
  EXACT_DURATIONS,
  mergeDurations,
  SKETCH_RELATIVE_ERROR,
} from './duration-sample.js';

const sampleOf = (seconds: Iterable<number>): DurationSample => {
  const sample = emptyDurations();
  for (const second of seconds) addDuration(sample, second * 1000);
  return sample;
};

const mergeAll = (samples: readonly DurationSample[]): DurationSample => {
  const whole = emptyDurations();
  for (const sample of samples) mergeDurations(whole, sample);
  return whole;
};

/** What a sample holds, whatever the order in which it came. */
const contentOf = ({ exact, ...rest }: DurationSample) => ({
  ...rest,
  exact: exact?.toSorted((a, b) => a - b) ?? null,
});

/** Durations as support has them, from seconds to weeks, the same each time: exp(4 … 14) in an order without a pattern. */
const manyDurations = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(Math.exp(4 + ((index * 7919) % 10_007) / 1000.7)));

const durations = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 60 });

describe('a sample of durations', () => {
  it('says null of nothing', () => {
    expect(durationSummary(emptyDurations())).toEqual({ n: 0, avg_hours: null, median_hours: null, p90_hours: null });
  });

  it('gives mean, median and 90th percentile in hours', () => {
    expect(durationSummary(sampleOf([3600, 7200, 10_800, 14_400]))).toEqual({
      n: 4,
      avg_hours: 2.5,
      median_hours: 2.5,
      p90_hours: expect.closeTo(3.7, 12) as number,
    });
  });

  it('counts whole seconds', () => {
    const sample = emptyDurations();
    addDuration(sample, 1999);
    expect(sample).toMatchObject({ n: 1, sum: 1, exact: [1] });
  });

  it('has the quantiles of type 7 for any durations', () => {
    fc.assert(
      fc.property(durations, (seconds) => {
        const { median_hours, p90_hours } = durationSummary(sampleOf(seconds));
        for (const [hours, p] of [[median_hours, 0.5] as const, [p90_hours, 0.9] as const]) {
          const exact = quantile(seconds, p);
          if (exact === null) expect(hours).toBeNull();
          else expect((hours ?? Number.NaN) * 3600).toBeCloseTo(exact, 6);
        }
      }),
    );
  });

  it('of a few is the same whatever the order and the grouping in which it is put together', () => {
    const parts = fc.array(durations, { maxLength: 5 });
    const shuffled = parts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.nat(5), ([all, others], at) => {
        const whole = sampleOf(all.flat());
        const [left, right] = [others.slice(0, at), others.slice(at)].map((group) => mergeAll(group.map(sampleOf)));
        const merged = mergeAll([left, right].filter((sample) => sample !== undefined));
        expect(contentOf(merged)).toEqual(contentOf(whole));
        expect(durationSummary(merged)).toEqual(durationSummary(whole));
      }),
    );
  });

  it('survives JSON', () => {
    for (const sample of [emptyDurations(), sampleOf([60, 0, 3600]), sampleOf(manyDurations(EXACT_DURATIONS + 1))]) {
      const read = JSON.parse(JSON.stringify(sample)) as DurationSample;
      expect(read).toEqual(sample);
      expect(durationSummary(read)).toEqual(durationSummary(sample));
    }
  });

  it('leaves the sample that it takes in as it was', () => {
    const other = sampleOf([1, 2]);
    const sample = emptyDurations();
    mergeDurations(sample, other);
    addDuration(sample, 3000);
    expect(other).toEqual(sampleOf([1, 2]));
  });
});

describe('a sample of many durations', () => {
  const many = manyDurations(3 * EXACT_DURATIONS);
  const upTo = (count: number) => many.slice(0, count);

  it('is exact up to 100,000 of them', () => {
    const sample = sampleOf(upTo(EXACT_DURATIONS));
    expect(sample.exact).toHaveLength(EXACT_DURATIONS);
    const { median_hours, p90_hours } = durationSummary(sample);
    expect((median_hours ?? 0) * 3600).toBeCloseTo(quantile(upTo(EXACT_DURATIONS), 0.5) ?? 0, 6);
    expect((p90_hours ?? 0) * 3600).toBeCloseTo(quantile(upTo(EXACT_DURATIONS), 0.9) ?? 0, 6);
  });

  it.each([EXACT_DURATIONS + 1, 3 * EXACT_DURATIONS])('is within 1 %% of the exact quantiles at %i', (count) => {
    const sample = sampleOf(upTo(count));
    expect(sample.exact).toBeNull();
    const { n, avg_hours, median_hours, p90_hours } = durationSummary(sample);
    expect(n).toBe(count);
    expect(avg_hours).toBe(upTo(count).reduce((sum, seconds) => sum + seconds, 0) / count / 3600);
    for (const [hours, p] of [[median_hours, 0.5] as const, [p90_hours, 0.9] as const]) {
      const exact = (quantile(upTo(count), p) ?? 0) / 3600;
      expect(Math.abs((hours ?? 0) - exact) / exact).toBeLessThanOrEqual(SKETCH_RELATIVE_ERROR + 1e-9);
    }
  });

  it('is within 1 % of any duration, that of a second and that of a year too', () => {
    for (const seconds of [1, 2, 59, 60, 3600, 86_400, 31_536_000]) {
      const { median_hours, p90_hours } = durationSummary(sampleOf(Array<number>(EXACT_DURATIONS + 1).fill(seconds)));
      expect(Math.abs((median_hours ?? 0) * 3600 - seconds) / seconds).toBeLessThanOrEqual(
        SKETCH_RELATIVE_ERROR + 1e-9,
      );
      expect(p90_hours).toBe(median_hours);
    }
  });

  it('keeps durations of nothing at 0', () => {
    const sample = sampleOf(Array<number>(EXACT_DURATIONS + 1).fill(0));
    expect(durationSummary(sample)).toMatchObject({ avg_hours: 0, median_hours: 0, p90_hours: 0 });
  });

  it('is the same whatever the order and the grouping in which it is put together', () => {
    const whole = sampleOf(many);
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: many.length }), { minLength: 1, maxLength: 4 });
    const order = cuts.chain((all) =>
      fc.tuple(fc.constant(all.toSorted((a, b) => a - b)), fc.array(fc.nat(), { minLength: 5, maxLength: 5 })),
    );
    fc.assert(
      fc.property(order, ([at, keys]) => {
        const ends = [0, ...at, many.length];
        const parts = ends.slice(1).map((to, index) => sampleOf(many.slice(ends[index], to)));
        const shuffled = parts.map((part, index) => [keys[index] ?? 0, part] as const).sort(([a], [b]) => a - b);
        const [first = emptyDurations(), ...rest] = shuffled.map(([, part]) => part);
        mergeDurations(first, mergeAll(rest));
        expect(first).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('takes in a few that are exact', () => {
    const sketch = sampleOf(upTo(EXACT_DURATIONS + 1));
    const few = sampleOf([5, 6]);
    const [one, other] = [mergeAll([sketch, few]), mergeAll([few, sketch])];
    expect(one).toEqual(other);
    expect(one).toEqual(sampleOf([...upTo(EXACT_DURATIONS + 1), 5, 6]));
  });
});
