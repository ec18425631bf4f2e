/** Pixels, with the labels of the time axis. */
export const CHART_HEIGHT = 200;

/** How a series is drawn. Series of one chart differ in look, so that colour says nothing alone. */
export type SeriesLook = 'bar' | 'outline' | 'line' | 'dashed';

/** One place on the time axis, and the words for it. */
export interface ChartPoint {
  /** Instant at which it begins. */
  id: string;
  /** Below the axis: `Nov 16` */
  tick: string;
  /** Heads its row of the table: `Nov 16, so far` */
  rowName: string;
  /** `Week of Nov 16` */
  title: string;
  /** It is still running, its numbers will grow: its bars are fainter, the line to it is dashed. */
  isPartial?: boolean;
  /** Its numbers rest on little, or will change: drawn hollow. */
  isFaint?: boolean;
  /** It stands out: drawn with a mark above it. */
  isMarked?: boolean;
  /** Said beside its numbers: `2 ratings, too few to judge` */
  note?: string | undefined;
}

/** What was measured at each point. */
export interface ChartSeries {
  id: string;
  label: string;
  look: SeriesLook;
  /** Which of the three colours. */
  hue: 1 | 2 | 3;
  /** One for each point; null where there is none. */
  values: readonly (number | null)[];
  format: (value: number) => string;
}

/** What was expected at each point. */
export interface ChartBand {
  label: string;
  /** One for each point; null where nothing was expected. */
  ranges: readonly (readonly [low: number, high: number] | null)[];
}

/** All that a chart of time shows, and its table says. */
export interface Chart {
  /** What it is about: the name of figure, tab stop and table. */
  label: string;
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  band?: ChartBand | undefined;
  /** A line across, with its name. */
  target?: { label: string; value: number } | undefined;
  /** What hollow points, and marks, stand for. */
  faintLabel?: string | undefined;
  markLabel?: string | undefined;
  /** Numbers along the value axis. */
  formatTick: (value: number) => string;
  /** Ends of the value axis. Default: from zero to the highest number. */
  domain?: readonly [number, number] | undefined;
}
