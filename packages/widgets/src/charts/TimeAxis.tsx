import type { ReactNode } from 'react';
import type { ChartPoint } from './chart.js';
import type { PlotScales } from './plot-scales.js';

/** Room that a label such as `Nov 16` needs. */
const LABEL_WIDTH = 56;

interface TimeAxisProps extends Pick<PlotScales, 'center'> {
  points: readonly ChartPoint[];
  width: number;
  top: number;
}

/** The begin of every point, or of every second, third … where it is narrow; the latest one always. */
export function TimeAxis({ points, center, width, top }: TimeAxisProps): ReactNode {
  const step = Math.max(1, Math.ceil((points.length * LABEL_WIDTH) / width));
  return points.map(({ id, tick }, index) =>
    (points.length - 1 - index) % step === 0 ? (
      <text key={id} className="sw-chart-label" x={center(index)} y={top + 18} textAnchor="middle">
        {tick}
      </text>
    ) : null,
  );
}
