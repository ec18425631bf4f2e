import type { ReactNode } from 'react';
import type { ChartPoint, ChartSeries } from './chart.js';
import { linePath, type Place } from './paths.js';
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

/**
 * A series in its look: bars filled or outlined, a line with round points, a dashed one with square points. What still
 * runs is drawn as unfinished, or it would read as a fall.
 */
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
              data-partial={points[index]?.isPartial}
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
  const isPartial = (index: number): boolean => points[index]?.isPartial === true;
  const places = values.map((value, index): Place | null => (value === null ? null : [center(index), y(value)]));
  const line = (className: string, isDrawn: (index: number) => boolean): ReactNode => (
    <path className={className} d={linePath(places.map((place, index) => (isDrawn(index) ? place : null)))} />
  );
  return (
    <g className="sw-series" data-hue={hue} data-series={id}>
      {line('sw-casing', () => true)}
      {line(`sw-look-${look}`, (index) => !isPartial(index))}
      {line('sw-look-partial', (index) => isPartial(index) || isPartial(index + 1))}
      {points.map((point, index) => {
        const place = places[index];
        const isDrawn = points.length <= MOST_DOTS || point.isMarked === true || index === active;
        if (!place || !isDrawn) return null;
        const size = index === active ? 4 : point.isFaint ? 3.25 : 2.25;
        return (
          <Dot key={point.id} place={place} size={size} isSquare={look === 'dashed'} isFaint={point.isFaint === true} />
        );
      })}
    </g>
  );
}

interface DotProps {
  place: Place;
  size: number;
  isSquare: boolean;
  isFaint: boolean;
}

function Dot({ place: [x, y], size, isSquare, isFaint }: DotProps): ReactNode {
  const className = isFaint ? 'sw-dot sw-dot-faint' : 'sw-dot';
  return isSquare ? (
    <rect className={className} x={x - size} y={y - size} width={2 * size} height={2 * size} />
  ) : (
    <circle className={className} cx={x} cy={y} r={size} />
  );
}
