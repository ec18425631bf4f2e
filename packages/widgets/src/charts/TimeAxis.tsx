import type { ReactNode } from 'react';
import type { ChartPoint } from './chart.js';
import type { PlotScales } from './plot-scales.js';

/** Room that a label such as `16. Nov.` needs, with air beside it. */
const LABEL_WIDTH = 60;

/** Half of a letter at the size of labels. */
const HALF_LETTER = 3.5;

interface TimeAxisProps extends Pick<PlotScales, 'center'> {
  points: readonly ChartPoint[];
  width: number;
  top: number;
}

/**
 * The begin of every point, or of every second, third … where it is narrow; the first and the latest always. A label ends
 * where the plot ends when its column is too close to the edge.
 */
export function TimeAxis({ points, center, width, top }: TimeAxisProps): ReactNode {
  const step = Math.max(1, Math.ceil((points.length * LABEL_WIDTH) / width));
  return points.map(({ id, tick }, index) => {
    // Those next to the first one give way to it.
    if (index > 0 && (index < step || (points.length - 1 - index) % step !== 0)) return null;
    const isAtEnd = center(index) + tick.length * HALF_LETTER > width;
    return (
      <text
        key={id}
        className="sw-chart-label"
        x={isAtEnd ? width : center(index)}
        y={top + 18}
        textAnchor={isAtEnd ? 'end' : 'middle'}
      >
        {tick}
      </text>
    );
  });
}
