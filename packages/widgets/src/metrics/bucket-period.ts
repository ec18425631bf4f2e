import type { Format } from '../format/create-format.js';

/**
 * The local days of a bucket as the API names a period: `2026-11-16/2026-11-23`.
 *
 * @param zoned - formats of the zone in which the bucket was cut
 */
export const bucketPeriod = (
  { bucket_start, bucket_end }: { bucket_start: string; bucket_end: string },
  zoned: Format,
): string => `${zoned.localDay(Date.parse(bucket_start))}/${zoned.localDay(Date.parse(bucket_end))}`;
