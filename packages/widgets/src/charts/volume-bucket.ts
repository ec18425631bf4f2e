/** One bucket of a volume chart, with the words it is read out with. */
export interface VolumeBucket {
  /** Instant at which it begins. */
  start: string;
  /** `Week of Nov 16` */
  title: string;
  /** Below the axis: `Nov 16` */
  tick: string;
  /** Heads its row of the table: `Nov 16, so far` */
  rowName: string;
  created: number;
  resolved: number;
  open: number;
  /** The bucket in words: `12 created, 4 resolved, 12 open` */
  readout: string;
}
