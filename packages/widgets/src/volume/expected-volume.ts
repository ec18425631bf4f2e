/** How many tickets were expected to be created in a bucket. */
export interface ExpectedVolume {
  /** As in the trend. */
  bucket_start: string;
  low: number;
  high: number;
}

/** A bucket that stands out. */
export interface VolumeAnomaly {
  /** As in the trend. */
  bucket_start: string;
  direction: 'more' | 'fewer';
}
