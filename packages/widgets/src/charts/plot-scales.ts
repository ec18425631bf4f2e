import { scaleBand, scaleLinear } from '@visx/scale';
import type { Chart } from './chart.js';

/** Wider bars look heavy on a wall screen. */
const MAX_BAR_WIDTH = 18;
const BAR_GAP = 2;

/** Where things stand in a plot of the given size, in pixels. */
export interface PlotScales {
  /** Left edge of a point's column; all are `bandWidth` wide. */
  left: (index: number) => number;
  center: (index: number) => number;
  bandWidth: number;
  barWidth: number;
  /** Left edge of the bar of the n-th series that is drawn as bars. */
  barLeft: (index: number, series: number) => number;
  y: (value: number) => number;
  /** Whole numbers at which the value axis has a line. */
  yTicks: number[];
}

/** Places points side by side and counts from the bottom up. */
export function plotScales(chart: Chart, width: number, height: number): PlotScales {
  const { points, series, domain } = chart;
  const x = scaleBand({ domain: [...points.keys()], range: [0, width], paddingInner: 0.2, paddingOuter: 0.1 });
  const y = scaleLinear({ domain: [...(domain ?? [0, highest(chart)])], range: [height, 0], nice: domain ? false : 4 });
  const left = (index: number): number => x(index) ?? 0;
  const center = (index: number): number => left(index) + x.bandwidth() / 2;

  const bars = Math.max(1, series.filter(({ look }) => look === 'bar' || look === 'outline').length);
  const room = (x.bandwidth() - BAR_GAP * (bars - 1)) / bars;
  const barWidth = Math.max(1, Math.min(MAX_BAR_WIDTH, room));
  const pitch = barWidth + BAR_GAP;
  return {
    left,
    center,
    bandWidth: x.bandwidth(),
    barWidth,
    barLeft: (index, nth) => center(index) - (bars * pitch - BAR_GAP) / 2 + nth * pitch,
    y,
    yTicks: y.ticks(4).filter((tick) => Number.isInteger(tick)),
  };
}

function highest({ series, band, target }: Chart): number {
  const values = series.flatMap(({ values: each }) => each.map((value) => value ?? 0));
  const expected = band?.ranges.map((range) => range?.[1] ?? 0) ?? [];
  return Math.max(1, target?.value ?? 0, ...values, ...expected);
}
