import type { TrendData } from '@cscx/support-core';
import type { Chart } from '../charts/chart.js';
import { volumeChart } from '../charts/volume-chart.js';
import type { Format } from '../format/create-format.js';
import type { Words } from '../provider/words.js';
import type { ExpectedVolume, VolumeAnomaly } from './expected-volume.js';

/** The chart of ticket volume, with what was expected and what stands out where that is known. */
export function trendChart(
  trends: readonly TrendData[],
  { expected, anomalies }: { expected: readonly ExpectedVolume[]; anomalies: readonly VolumeAnomaly[] },
  words: Words,
  zoned: Format,
  now: number,
): Chart {
  const { volume } = words.messages;
  const chart = volumeChart(trends, words, zoned, now);
  const rangeOf = new Map(expected.map(({ bucket_start, low, high }) => [bucket_start, [low, high] as const]));
  const directionOf = new Map(anomalies.map(({ bucket_start, direction }) => [bucket_start, direction]));
  return {
    ...chart,
    points: chart.points.map((point) => {
      const direction = directionOf.get(point.id);
      return direction === undefined ? point : { ...point, isMarked: true, note: volume[direction] };
    }),
    markLabel: volume.unusual,
    band:
      expected.length > 0
        ? { label: volume.expected, ranges: chart.points.map(({ id }) => rangeOf.get(id) ?? null) }
        : undefined,
  };
}
