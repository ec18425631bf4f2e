import type { ReactNode } from 'react';
import type { PlotScales } from './plot-scales.js';

interface ValueAxisProps extends Pick<PlotScales, 'y' | 'yTicks'> {
  width: number;
  format: (value: number) => string;
}

/** Lines across the plot with their values on the left. */
export function ValueAxis({ y, yTicks, width, format }: ValueAxisProps): ReactNode {
  return yTicks.map((tick) => (
    <g key={tick} transform={`translate(0 ${y(tick)})`}>
      <line className={tick === 0 ? 'sw-chart-base' : 'sw-chart-line'} x2={width} />
      <text className="sw-chart-label" x="-8" dy="0.32em" textAnchor="end">
        {format(tick)}
      </text>
    </g>
  ));
}
