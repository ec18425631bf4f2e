import type { TrendData } from '@cscx/support-core';
import type { Chart } from '../charts/chart.js';
import { trendPoints } from '../charts/trend-points.js';
import type { Format } from '../format/create-format.js';
import { FEW_RATINGS } from '../metrics/few-ratings.js';
import type { Words } from '../provider/words.js';

/** The average of each bucket; one that rests on few ratings is drawn hollow and says so. */
export function csatChart(
  trends: readonly TrendData[],
  target: number | undefined,
  words: Words,
  zoned: Format,
  now: number,
): Chart {
  const { format, messages } = words;
  const { csat } = messages;
  const points = trendPoints(trends, words, zoned, now);
  return {
    label: csat.overTime,
    formatTick: format.count,
    faintLabel: csat.fewRatings,
    points: points.map((point, index) => {
      const n = trends[index]?.csat_responses ?? 0;
      const ratings = csat.ratings(n, format.count(n));
      // Hollow stands for few ratings here, also in a week that still runs.
      const isFaint = n > 0 && n < FEW_RATINGS;
      return { ...point, isFaint, note: isFaint ? csat.few(ratings) : n > 0 ? ratings : undefined };
    }),
    series: [
      {
        id: 'csat',
        label: csat.average,
        look: 'line',
        hue: 1,
        values: trends.map(({ avg_csat }) => avg_csat),
        format: format.score,
      },
    ],
    target: target === undefined ? undefined : { label: messages.charts.targetOf(format.score(target)), value: target },
    domain: [1, 5],
  };
}
