import type { ReactNode } from 'react';
import type { VolumeScales } from './volume-scales.js';
import type { VolumeBucket } from './volume-bucket.js';

/** Room that a label such as `Nov 16` needs. */
const LABEL_WIDTH = 56;

interface TimeAxisProps extends Pick<VolumeScales, 'center'> {
  buckets: readonly VolumeBucket[];
  width: number;
  top: number;
}

/** The begin of every bucket, or of every second, third … where it is narrow; the latest one always. */
export function TimeAxis({ buckets, center, width, top }: TimeAxisProps): ReactNode {
  const step = Math.max(1, Math.ceil((buckets.length * LABEL_WIDTH) / width));
  return buckets.map(({ start, tick }, index) =>
    (buckets.length - 1 - index) % step === 0 ? (
      <text key={start} className="sw-chart-label" x={center(index)} y={top + 18} textAnchor="middle">
        {tick}
      </text>
    ) : null,
  );
}
