import type { TrendData } from '@cscx/support-core';
import type { VolumeBucket } from '../charts/volume-bucket.js';
import type { Format } from '../format/create-format.js';
import type { Words } from '../provider/words.js';

/** Longer than a day of 25 hours, shorter than a week. */
const MORE_THAN_A_DAY_MS = 36 * 3_600_000;

/**
 * Puts trends into words for chart and table.
 *
 * @param format - of the zone in which the buckets were cut
 */
export function volumeBuckets(
  trends: readonly TrendData[],
  { messages: { customer } }: Words,
  format: Format,
  now: number,
): VolumeBucket[] {
  return trends.map(({ bucket_start, bucket_end, created, resolved, open_at_end }) => {
    const tick = format.day(bucket_start);
    const end = Date.parse(bucket_end);
    const withState = (name: string): string => (end > now ? customer.volumeSoFar(name) : name);
    const name = end - Date.parse(bucket_start) > MORE_THAN_A_DAY_MS ? customer.volumeWeekOf(tick) : tick;
    return {
      start: bucket_start,
      tick,
      rowName: withState(tick),
      title: withState(name),
      created,
      resolved,
      open: open_at_end,
      readout: customer.volumeReadout(format.count(created), format.count(resolved), format.count(open_at_end)),
    };
  });
}
