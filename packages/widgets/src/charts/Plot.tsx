import type { ReactNode } from 'react';
import type { Chart, ChartBand } from './chart.js';
import { areaPath } from './paths.js';
import type { PlotScales } from './plot-scales.js';
import { SeriesMarks } from './SeriesMarks.js';
import { TimeAxis } from './TimeAxis.js';
import { ValueAxis } from './ValueAxis.js';

interface PlotProps {
  chart: Chart;
  scales: PlotScales;
  width: number;
  height: number;
  /** The point looked at. */
  active: number | null;
}

const isBar = (look: string): boolean => look === 'bar' || look === 'outline';

/** What a chart shows: what was expected, bars, the target, lines, and marks above what stands out. */
export function Plot({ chart, scales, width, height, active }: PlotProps): ReactNode {
  const { points, series, band, target } = chart;
  const { left, center, barLeft, barWidth, bandWidth, y, yTicks } = scales;
  const bars = series.filter(({ look }) => isBar(look));
  const lines = series.filter(({ look }) => !isBar(look));
  return (
    <>
      {active !== null && (
        <rect className="sw-chart-active" x={left(active)} width={bandWidth} height={height} rx={4} />
      )}
      <ValueAxis y={y} yTicks={yTicks} width={width} format={chart.formatTick} />
      <TimeAxis points={points} center={center} width={width} top={height} />
      {band && <Band band={band} scales={scales} />}
      {[...bars, ...lines].map((each, index) => (
        <SeriesMarks
          key={each.id}
          series={each}
          nthBar={index}
          points={points}
          scales={scales}
          height={height}
          active={active}
        />
      ))}
      {target && <line className="sw-chart-target" x2={width} y1={y(target.value)} y2={y(target.value)} />}
      {points.map(({ id, isMarked }, index) => {
        const value = series[0]?.values[index];
        return isMarked && value !== null && value !== undefined ? (
          <path
            key={id}
            className="sw-chart-mark"
            d={`M${barLeft(index, 0) + barWidth / 2} ${y(value) - 18}l6 6-6 6-6-6z`}
          />
        ) : null;
      })}
    </>
  );
}

function Band({ band: { ranges }, scales: { center, y } }: { band: ChartBand; scales: PlotScales }): ReactNode {
  const edges = ranges.map((range, index) => {
    const x = center(index);
    return (
      range &&
      ([
        [x, y(range[1])],
        [x, y(range[0])],
      ] as const)
    );
  });
  return <path className="sw-chart-band" d={areaPath(edges)} />;
}
