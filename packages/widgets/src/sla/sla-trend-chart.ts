import type { TrendData } from '@cscx/support-core';
import type { Chart } from '../charts/chart.js';
import { trendPoints } from '../charts/trend-points.js';
import type { Format } from '../format/create-format.js';
import type { Words } from '../provider/words.js';

const STEP = 20;

/** How often each clock's target was met, bucket by bucket, against how often it should have been. */
export function slaTrendChart(
  trends: readonly TrendData[],
  targetPct: number,
  words: Words,
  zoned: Format,
  now: number,
): Chart {
  const { format, messages } = words;
  const values = trends.flatMap(({ first_response_met_pct: a, resolution_met_pct: b }) => [a ?? 100, b ?? 100]);
  // Where everything happens near the top, the rest of the axis would be empty.
  const lowest = Math.floor((Math.min(targetPct, ...values) - 1) / STEP) * STEP;
  return {
    label: messages.sla.overTime,
    formatTick: format.percent,
    points: trendPoints(trends, words, zoned, now),
    series: [
      {
        id: 'first_response',
        label: messages.slaMetrics.first_response,
        look: 'line',
        hue: 1,
        values: trends.map(({ first_response_met_pct }) => first_response_met_pct),
        format: format.percent,
      },
      {
        id: 'resolution',
        label: messages.slaMetrics.resolution,
        look: 'dashed',
        hue: 3,
        values: trends.map(({ resolution_met_pct }) => resolution_met_pct),
        format: format.percent,
      },
    ],
    target: { label: messages.charts.targetOf(format.percent(targetPct)), value: targetPct },
    domain: [Math.max(0, lowest), 100],
  };
}
