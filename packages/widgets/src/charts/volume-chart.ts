import type { TrendData } from '@cscx/support-core';
import type { Format } from '../format/create-format.js';
import { englishVolume } from '../messages/english-volume.js';
import { speaks } from '../messages/spoken-english.js';
import type { Words } from '../provider/words.js';
import type { Chart } from './chart.js';
import { trendPoints } from './trend-points.js';

speaks({ volume: englishVolume });

/**
 * Tickets over time: created as filled bars, resolved as outlined ones, open ones as a line.
 *
 * @param zoned - formats of the zone in which the buckets were cut
 */
export function volumeChart(trends: readonly TrendData[], words: Words, zoned: Format, now: number): Chart {
  const { volume } = words.messages;
  const { count } = words.format;
  return {
    label: volume.title,
    formatTick: words.format.compact,
    points: trendPoints(trends, words, zoned, now),
    series: [
      {
        id: 'created',
        label: volume.created,
        look: 'bar',
        hue: 1,
        values: trends.map(({ created }) => created),
        format: count,
      },
      {
        id: 'resolved',
        label: volume.resolved,
        look: 'outline',
        hue: 2,
        values: trends.map(({ resolved }) => resolved),
        format: count,
      },
      {
        id: 'open',
        label: volume.open,
        look: 'line',
        hue: 3,
        values: trends.map(({ open_at_end }) => open_at_end),
        format: count,
      },
    ],
  };
}
