import { LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import type { ChartPoint, ChartSeries } from './chart.js';
import type { PlotScales } from './plot-scales.js';

/** With more points, dots would be a second line. */
const MOST_DOTS = 40;

interface SeriesMarksProps {
  series: ChartSeries;
  /** Its place among the series that are drawn as bars. */
  nthBar: number;
  points: readonly ChartPoint[];
  scales: PlotScales;
  height: number;
  active: number | null;
}

/** A series in its look: bars filled or outlined, a line with round points, a dashed one with square points. */
export function SeriesMarks({ series, nthBar, points, scales, height, active }: SeriesMarksProps): ReactNode {
  const { id, look, hue, values } = series;
  const { center, y, barLeft, barWidth } = scales;
  if (look === 'bar' || look === 'outline') {
    return (
      <g className="sw-series" data-hue={hue} data-series={id}>
        {values.map((value, index) =>
          value !== null && value > 0 ? (
            <rect
              key={points[index]?.id}
              className={`sw-look-${look}`}
              x={barLeft(index, nthBar)}
              y={y(value)}
              width={barWidth}
              height={height - y(value)}
              rx={Math.min(2, barWidth / 3)}
            />
          ) : null,
        )}
      </g>
    );
  }
  return (
    <g className="sw-series" data-hue={hue} data-series={id}>
      <LinePath
        className={`sw-look-${look}`}
        data={[...values]}
        defined={(value) => value !== null}
        x={(_, index) => center(index)}
        y={(value) => y(value ?? 0)}
      />
      {points.map((point, index) => {
        const value = values[index];
        const isDrawn = points.length <= MOST_DOTS || point.isMarked === true || index === active;
        if (value === null || value === undefined || !isDrawn) return null;
        const place = { x: center(index), y: y(value), size: index === active ? 4 : point.isFaint ? 3.25 : 2.25 };
        return <Dot key={point.id} isSquare={look === 'dashed'} isFaint={point.isFaint === true} {...place} />;
      })}
    </g>
  );
}

interface DotProps {
  x: number;
  y: number;
  size: number;
  isSquare: boolean;
  isFaint: boolean;
}

function Dot({ x, y, size, isSquare, isFaint }: DotProps): ReactNode {
  const className = isFaint ? 'sw-dot sw-dot-faint' : 'sw-dot';
  return isSquare ? (
    <rect className={className} x={x - size} y={y - size} width={2 * size} height={2 * size} />
  ) : (
    <circle className={className} cx={x} cy={y} r={size} />
  );
}
