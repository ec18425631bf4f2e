import type { BusinessCalendar, TicketPriority, TicketStatus, TimeRange } from '@cscx/support-core';
import type { Vector, VectorFile } from './vector-file.ts';

/** Moments and the words for what began at each; the words may be a vendor's. */
export type History = readonly (readonly [at: string, word: string])[];

/** A pause; one without an end has not ended. */
export type Pause = readonly [from: string, to: string | null];

/** Milliseconds since the epoch. @throws Error for what is no instant */
export const epochOf = (instant: unknown): number => {
  const epoch = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(epoch)) throw new Error(`expected an instant, got ${JSON.stringify(instant)}`);
  return epoch;
};

/** The instant of a moment. */
export const instantOf = (epochMs: number): string => new Date(epochMs).toISOString();

/** Pauses as the package takes them. */
export const rangesOf = (pauses: readonly Pause[] = []): TimeRange[] =>
  pauses.map(([from, to]) => ({ from: epochOf(from), to: to === null ? Infinity : epochOf(to) }));

/** The calendar of a vector. @throws Error for a name that the file does not explain */
export const calendarOf = ({ calendar }: Vector, { calendars }: VectorFile): BusinessCalendar | null => {
  if (typeof calendar !== 'string') return calendar ?? null;
  const named = Object.hasOwn(calendars, calendar) ? calendars[calendar] : undefined;
  if (named) return named;
  throw new Error(`the file has no calendar ${calendar}`);
};

const STATUSES: Record<string, TicketStatus> = {
  new: 'open',
  open: 'open',
  reopened: 'open',
  pending: 'pending',
  waiting: 'pending',
  hold: 'pending',
  'on-hold': 'pending',
  on_hold: 'pending',
  resolved: 'resolved',
  solved: 'resolved',
  closed: 'closed',
};

const PRIORITIES: Record<string, TicketPriority> = {
  low: 'low',
  medium: 'medium',
  normal: 'medium',
  high: 'high',
  critical: 'critical',
  urgent: 'critical',
};

const translated = <Ours>(word: string, what: string, words: Record<string, Ours>): Ours => {
  const ours = words[word.toLowerCase()];
  if (ours === undefined) throw new Error(`unknown ${what} ${word}`);
  return ours;
};

/** Our word for a status. */
export const statusOf = (word: string): TicketStatus => translated(word, 'status', STATUSES);

/** Our word for a priority. */
export const priorityOf = (word: string): TicketPriority => translated(word, 'priority', PRIORITIES);
