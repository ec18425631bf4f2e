import { readFileSync } from 'node:fs';
import type { BusinessCalendar } from '../../model/business-calendar.js';
import { businessCalendarSchema } from '../../model/business-calendar.js';

/** A known answer of `metric-vectors.json`; each names its source there. */
export interface MetricVector {
  id: string;
  kind: 'due_at' | 'elapsed' | 'resolve_local' | 'verdict' | 'aggregate';
  calendar?: string | null;
  [field: string]: unknown;
}

interface VectorFile {
  calendars: Record<string, unknown>;
  vectors: MetricVector[];
}

const { calendars, vectors } = JSON.parse(
  readFileSync(new URL('./metric-vectors.json', import.meta.url), 'utf8'),
) as VectorFile;

/** The vectors of one kind. */
export const vectorsOf = (kind: MetricVector['kind']): MetricVector[] =>
  vectors.filter((vector) => vector.kind === kind);

/** The calendar that a vector names; null is around the clock. */
export const calendarOf = ({ calendar }: MetricVector): BusinessCalendar | null =>
  calendar ? businessCalendarSchema.parse(calendars[calendar]) : null;
