import type { Words } from '../provider/words.js';
import type { Chart, ChartPoint, ChartSeries } from './chart.js';

/** Below that share a difference is no trend. */
const LEVEL = 0.1;

/** Fewer values than these have no trend. */
const FEWEST = 4;

/** A value of a series in writing; a dash where there is none. */
export const valueText = ({ values, format }: ChartSeries, index: number, { messages }: Words): string => {
  const value = values[index];
  return value === null || value === undefined ? messages.unknown : format(value);
};

/** What was expected at a point: `3–9` */
export const bandText = ({ band, series: [first] }: Chart, index: number, { messages }: Words): string | undefined => {
  const range = band?.ranges[index];
  return range && first ? messages.charts.range(first.format(range[0]), first.format(range[1])) : undefined;
};

/** A point as it is read out: `Week of Nov 16: Created 14, Resolved 9, Open at end 8` */
export function pointText(chart: Chart, index: number, words: Words): string {
  const { charts } = words.messages;
  const point = chart.points[index];
  if (!point) return '';
  const expected = bandText(chart, index, words);
  const parts = [
    ...chart.series.map((series) => charts.value(series.label, valueText(series, index, words))),
    ...(chart.band && expected !== undefined ? [charts.value(chart.band.label, expected)] : []),
    ...(point.note === undefined ? [] : [point.note]),
  ];
  return charts.point(point.title, parts.join(', '));
}

/** A chart in sentences: how many points, and of each series the least, the most, the latest and which way it goes. */
export function chartSummary({ points, series, target }: Chart, words: Words): string {
  const { charts } = words.messages;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  return [
    charts.span(points.length, words.format.count(points.length), first.title, last.title),
    ...series.map((each) => seriesSummary(each, points, words)),
    ...(target ? [`${target.label}.`] : []),
  ].join(' ');
}

function seriesSummary(series: ChartSeries, points: readonly ChartPoint[], { messages: { charts } }: Words): string {
  const { label, values, format } = series;
  const known = points.flatMap((point, index) => {
    const value = values[index];
    return value === null || value === undefined ? [] : [{ point, value }];
  });
  const latest = known.at(-1);
  if (!latest) return charts.noValues(label);

  // A point that still runs is low because it is not over: no minimum, no trend.
  const whole = known.filter(({ point }) => !point.isPartial);
  const judged = whole.length > 0 ? whole : known;
  const least = judged.reduce((low, each) => (each.value < low.value ? each : low));
  const most = known.reduce((high, each) => (each.value > high.value ? each : high));
  return charts.series(
    label,
    charts.at(format(least.value), least.point.title),
    charts.at(format(most.value), most.point.title),
    format(latest.value),
    charts.trends[trendOf(judged.map(({ value }) => value))],
  );
}

/**
 * Which way numbers go: the mean of their later half against that of the earlier one. A word for a summary of what is
 * drawn, not a metric.
 */
export function trendOf(values: readonly number[]): 'rising' | 'falling' | 'level' | 'unclear' {
  if (values.length < FEWEST) return 'unclear';
  const half = Math.floor(values.length / 2);
  const before = mean(values.slice(0, half));
  const after = mean(values.slice(-half));
  if (Math.abs(after - before) <= LEVEL * Math.max(Math.abs(before), Math.abs(after))) return 'level';
  return after > before ? 'rising' : 'falling';
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
