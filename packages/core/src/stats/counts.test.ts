import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { byCount, type Counts, increment, incrementAt, mergeCounts, namedCounts, zeros } from './counts.js';
import { addDuration, type DurationSample, emptyDurations } from './duration-sample.js';

const countsOf = (names: readonly string[]): Record<string, number> => {
  const counts = namedCounts();
  for (const name of names) increment(counts, name);
  return counts;
};

const categories = (names: readonly string[]): Counts => ({ by_category: countsOf(names), total: names.length });

const merged = (...all: Counts[]): Counts => {
  const whole: Counts = { by_category: namedCounts() };
  for (const counts of all) mergeCounts(whole, counts);
  return whole;
};

/** Names that objects, arrays and samples use themselves. */
const names = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'exact',
  'buckets',
  'n',
  'length',
  '0',
  '',
  'billing',
];

const words = fc.array(fc.oneof(fc.constantFrom(...names), fc.string()));

describe('increment', () => {
  it('counts any name', () => {
    const counts = countsOf([...names, ...names]);
    expect(Object.keys(counts).toSorted()).toEqual(names.toSorted());
    expect(Object.values(counts)).toEqual(names.map(() => 2));
  });

  it('takes away too', () => {
    const counts = countsOf(['open']);
    increment(counts, 'open', -1);
    increment(counts, 7, -1);
    expect({ ...counts }).toEqual({ open: 0, 7: -1 });
  });
});

describe('incrementAt', () => {
  it('counts by index, and nothing outside', () => {
    const counts = zeros(3);
    incrementAt(counts, 1);
    incrementAt(counts, 1, 2);
    incrementAt(counts, -1);
    incrementAt(counts, 3);
    expect(counts).toEqual([0, 3, 0]);
  });
});

describe('byCount', () => {
  it('puts most first, then goes by name', () => {
    expect(Object.keys(byCount(countsOf(['b', 'a', 'c', 'c'])))).toEqual(['c', 'a', 'b']);
  });
});

describe('mergeCounts', () => {
  afterEach(() => {
    delete (Object.prototype as Record<string, unknown>)['polluted'];
  });

  it('gives the counts of all, whatever their names', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const whole = new Map(Object.entries(countsOf([...a, ...b])));
        const read = JSON.parse(JSON.stringify(categories(a))) as Counts;
        for (const one of [categories(a), read]) {
          expect(new Map(Object.entries(merged(one, categories(b))['by_category'] ?? {}))).toEqual(whole);
        }
      }),
    );
  });

  it('is associative and commutative', () => {
    fc.assert(
      fc.property(words, words, words, (...parts) => {
        const [a, b, c] = parts.map(categories) as [Counts, Counts, Counts];
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
        expect(merged(a, b)).toEqual(merged(b, a));
      }),
    );
  });

  it('adds lists by index', () => {
    expect(merged({ created: [1, 0, 2] }, { created: [1, 1, 0] })).toMatchObject({ created: [2, 1, 2] });
  });

  it('puts samples together beside counts that have their names', () => {
    const sampleOf = (seconds: number): DurationSample => {
      const sample = emptyDurations();
      addDuration(sample, seconds * 1000);
      return sample;
    };
    const part = (seconds: number): Counts => ({ exact: { exact: 1, n: 2 }, times: sampleOf(seconds) });
    expect(merged(part(5), part(7))).toMatchObject({
      exact: { exact: 2, n: 4 },
      times: { n: 2, sum: 12, exact: [5, 7], buckets: {} },
    });
  });

  it('takes over what only the other has, and leaves the other as it was', () => {
    const other: Counts = { deep: { count: 1 }, list: [1], times: emptyDurations() };
    const whole = merged(other);
    mergeCounts(whole, { deep: { count: 5 }, list: [5] });
    addDuration(whole['times'] as DurationSample, 1000);
    expect(other).toEqual({ deep: { count: 1 }, list: [1], times: emptyDurations() });
  });

  it.each(['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'])(
    'of a hostile text leaves what all objects share alone: %s',
    (text) => {
      const whole: Counts = { open: 1 };
      mergeCounts(whole, JSON.parse(text) as Counts);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(whole['open']).toBe(1);
    },
  );
});
