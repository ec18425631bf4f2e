import type { Instant } from '../../model/instant.js';
import { instantOf, parseByPosition } from '../../time/instant.js';

/** Later than any ticket, and still four digits of a year. */
const LATEST = Date.UTC(9999, 11, 31);

const inRange = (ms: number): number | null => (ms > 0 && ms < LATEST ? ms : null);

/** `Date.parse` takes the 30th of February for the 2nd of March. */
const existsDay = (text: string): boolean => {
  const day = Number(text.slice(8, 10));
  return day <= 28 || new Date(`${text.slice(0, 10)}T00:00Z`).getUTCDate() === day;
};

const OFFSET_WITHOUT_COLON = /([+-]\d\d)(\d\d)$/;

/**
 * Milliseconds since the epoch of a vendor's time as text: ISO-8601 with an offset, with or without its colon. Null for
 * anything else, and for one without an offset: nobody knows which zone it means.
 *
 * @example
 * momentOfText('2026-05-01T07:25:37.000+0000'); // as Salesforce writes it
 */
export const momentOfText = (text: string | null | undefined): number | null => {
  if (text == null) return null;
  const quick = parseByPosition(text);
  if (!Number.isNaN(quick)) return existsDay(text) ? inRange(quick) : null;
  if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !existsDay(text)) return null;
  return inRange(Date.parse(text.replace(OFFSET_WITHOUT_COLON, '$1:$2')));
};

/** The same for seconds since the epoch; 0 is "never", as vendors use it. */
export const momentOfSeconds = (seconds: number | null | undefined): number | null =>
  seconds == null ? null : inRange(seconds * 1000);

/** An instant of a vendor's time as text, or null. */
export const instantOfText = (text: string | null | undefined): Instant | null => {
  const moment = momentOfText(text);
  return moment === null ? null : instantOf(moment);
};

/** An instant of seconds since the epoch, or null. */
export const instantOfSeconds = (seconds: number | null | undefined): Instant | null => {
  const moment = momentOfSeconds(seconds);
  return moment === null ? null : instantOf(moment);
};
