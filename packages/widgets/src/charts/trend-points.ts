import type { TrendData } from '@cscx/support-core';
import type { Format } from '../format/create-format.js';
import type { Words } from '../provider/words.js';
import type { ChartPoint } from './chart.js';

/** Longer than a day of 25 hours, shorter than a week. */
const MORE_THAN_A_DAY_MS = 36 * 3_600_000;

/**
 * Puts the buckets of trends into words.
 *
 * @param format - of the zone in which the buckets were cut
 */
export function trendPoints(
  trends: readonly Pick<TrendData, 'bucket_start' | 'bucket_end'>[],
  { messages: { charts } }: Words,
  format: Format,
  now: number,
): ChartPoint[] {
  return trends.map(({ bucket_start, bucket_end }) => {
    const tick = format.day(bucket_start);
    const end = Date.parse(bucket_end);
    const isPartial = end > now;
    const withState = (name: string): string => (isPartial ? charts.soFar(name) : name);
    const name = end - Date.parse(bucket_start) > MORE_THAN_A_DAY_MS ? charts.weekOf(tick) : tick;
    return { id: bucket_start, tick, rowName: withState(tick), title: withState(name), isPartial, isFaint: isPartial };
  });
}
