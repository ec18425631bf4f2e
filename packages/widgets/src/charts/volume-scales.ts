import { scaleBand, scaleLinear } from '@visx/scale';
import type { VolumeBucket } from './volume-bucket.js';

/** Wider bars look heavy on a wall screen. */
const MAX_BAR_WIDTH = 18;
const BAR_GAP = 2;

/** Where things stand in a volume chart of the given size, in pixels. */
export interface VolumeScales {
  /** Left edge of a bucket; all are `bandWidth` wide. */
  left: (index: number) => number;
  center: (index: number) => number;
  bandWidth: number;
  barWidth: number;
  y: (value: number) => number;
  /** Whole numbers at which the value axis has a line. */
  yTicks: number[];
}

/** Places buckets side by side and counts from the bottom up. */
export function volumeScales(buckets: readonly VolumeBucket[], width: number, height: number): VolumeScales {
  const x = scaleBand({ domain: [...buckets.keys()], range: [0, width], paddingInner: 0.2, paddingOuter: 0.1 });
  const most = Math.max(1, ...buckets.flatMap(({ created, resolved, open }) => [created, resolved, open]));
  const y = scaleLinear({ domain: [0, most], range: [height, 0], nice: 4 });
  const left = (index: number): number => x(index) ?? 0;
  return {
    left,
    center: (index) => left(index) + x.bandwidth() / 2,
    bandWidth: x.bandwidth(),
    barWidth: Math.max(1, Math.min(MAX_BAR_WIDTH, (x.bandwidth() - BAR_GAP) / 2 - 1)),
    y,
    yTicks: y.ticks(4).filter((tick) => Number.isInteger(tick)),
  };
}
