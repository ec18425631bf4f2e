import { expect, test } from 'vitest';
import type { VolumeBucket } from './volume-bucket.js';
import { volumeScales } from './volume-scales.js';

const bucket = (created: number, resolved = 0, open = 0): VolumeBucket => ({
  start: '',
  title: '',
  tick: '',
  rowName: '',
  readout: '',
  created,
  resolved,
  open,
});

test('the highest number of any series fits, and zero stands on the base', () => {
  const { y } = volumeScales([bucket(3, 1, 17)], 300, 100);
  expect(y(0)).toBe(100);
  expect(y(17)).toBeGreaterThanOrEqual(0);
});

test('the axis counts whole tickets only', () => {
  expect(volumeScales([bucket(1)], 300, 100).yTicks).toEqual([0, 1]);
  expect(volumeScales([bucket(0)], 300, 100).yTicks).toEqual([0, 1]);
  expect(volumeScales([bucket(13)], 300, 100).yTicks).toEqual([0, 5, 10, 15]);
});

test('two bars fit into a bucket at any width', () => {
  const weeks = Array.from({ length: 52 }, () => bucket(5));
  for (const width of [200, 320, 2000]) {
    const { barWidth, bandWidth } = volumeScales(weeks, width, 100);
    expect(barWidth).toBeGreaterThan(0);
    expect(barWidth).toBeLessThanOrEqual(Math.max(1, bandWidth));
  }
});
