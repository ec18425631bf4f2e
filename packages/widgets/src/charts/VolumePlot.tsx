import { Bar, LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { TimeAxis } from './TimeAxis.js';
import { ValueAxis } from './ValueAxis.js';
import type { VolumeBucket } from './volume-bucket.js';
import { volumeScales } from './volume-scales.js';

interface VolumePlotProps {
  buckets: readonly VolumeBucket[];
  width: number;
  height: number;
  /** The bucket looked at. */
  active: number | null;
  formatValue: (value: number) => string;
}

/** Created tickets as filled bars, resolved ones as outlined bars, open ones as a line. */
export function VolumePlot({ buckets, width, height, active, formatValue }: VolumePlotProps): ReactNode {
  const { left, center, bandWidth, barWidth, y, yTicks } = volumeScales(buckets, width, height);
  const bar = (value: number): { y: number; height: number; width: number; rx: number } => ({
    y: y(value),
    height: height - y(value),
    width: barWidth,
    rx: Math.min(2, barWidth / 3),
  });
  return (
    <>
      {active !== null && <Bar className="sw-chart-active" x={left(active)} width={bandWidth} height={height} rx={4} />}
      <ValueAxis y={y} yTicks={yTicks} width={width} format={formatValue} />
      <TimeAxis buckets={buckets} center={center} width={width} top={height} />
      {buckets.map(({ start, created, resolved }, index) => (
        <g key={start}>
          {created > 0 && <Bar className="sw-chart-created" x={center(index) - barWidth - 1} {...bar(created)} />}
          {resolved > 0 && <Bar className="sw-chart-resolved" x={center(index) + 1} {...bar(resolved)} />}
        </g>
      ))}
      <LinePath
        className="sw-chart-open"
        data={[...buckets.entries()]}
        x={([index]) => center(index)}
        y={([, { open }]) => y(open)}
      />
      {buckets.map(({ start, open }, index) => (
        <circle key={start} className="sw-chart-point" cx={center(index)} cy={y(open)} r={index === active ? 4 : 2} />
      ))}
    </>
  );
}
