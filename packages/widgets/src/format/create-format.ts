/** How long something took or has been waiting, as a number and its unit. */
export interface DurationParts {
  value: string;
  unit: string;
}

/** Writes numbers and times for eyes; made once for each locale and zone. */
export interface Format {
  /** `1,234` */
  count: (value: number) => string;
  /** `+12`, `−3`, `0`; with one decimal for a change of scores. */
  change: (value: number, decimals?: 0 | 1) => string;
  /** A score of 1..5: `3.9` */
  score: (value: number) => string;
  /** A percentage of 0..100: `94%`, `89.6%` */
  percent: (pct: number) => string;
  /** Hours as `18` + `hr`, below one as minutes, from three days on as days. */
  hours: (hours: number) => DurationParts;
  /** Milliseconds in the largest fitting unit: `2d`, `3h`, `45m` */
  age: (milliseconds: number) => string;
  /** The same in words: `2 days` */
  ageInWords: (milliseconds: number) => string;
  /** `4m ago`; both in epoch milliseconds */
  ago: (then: number, now: number) => string;
  /** `Nov 16` */
  day: (instant: string) => string;
  /** `Nov 16, 2026, 9:30 AM` */
  dateTime: (instant: string) => string;
  /** `Nov 1 – 30, 2026`; the end is exclusive */
  dateRange: (start: string, end: string) => string;
  /** The local day of an instant, to compare with another: `2026-11-16` */
  localDay: (epoch: number) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Format>();

/**
 * Gives the formats of a locale and zone; the same ones when asked again, because `Intl` objects are dear to make.
 *
 * @param timeZone - IANA zone of days and times; that of the browser when absent
 */
export function createFormat(locale: string, timeZone?: string): Format {
  const key = `${locale} ${timeZone ?? ''}`;
  const format = formats.get(key) ?? makeFormat(locale, timeZone);
  formats.set(key, format);
  return format;
}

function makeFormat(locale: string, timeZone: string | undefined): Format {
  const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = new Intl.NumberFormat(locale, options);
    // A hyphen is too short beside tabular figures.
    return (value) =>
      format
        .formatToParts(value)
        .map(({ type, value: text }) => (type === 'minusSign' ? '−' : text))
        .join('');
  };
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone });

  const count = number({ maximumFractionDigits: 0 });
  const change = number({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const changeOfScore = number({ maximumFractionDigits: 1, minimumFractionDigits: 1, signDisplay: 'exceptZero' });
  const score = number({ maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const percent = number({ style: 'percent', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'auto' });
  const day = date({ month: 'short', day: 'numeric' });
  const dateTime = date({ dateStyle: 'medium', timeStyle: 'short' });
  const dateRange = date({ year: 'numeric', month: 'short', day: 'numeric' });
  const localDay = new Intl.DateTimeFormat('en-CA', timeZone === undefined ? {} : { timeZone });
  const inUnit = (milliseconds: number, unitDisplay: 'narrow' | 'long'): string => {
    const [amount, unit] = largestUnit(milliseconds);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(amount);
  };

  return {
    count,
    change: (value, decimals = 0) => (decimals === 0 ? change(value) : changeOfScore(value)),
    score,
    percent: (pct) => percent(pct / 100),
    hours: (hours) => durationParts(locale, hours),
    age: (milliseconds) => inUnit(milliseconds, 'narrow'),
    ageInWords: (milliseconds) => inUnit(milliseconds, 'long'),
    ago: (then, now) => {
      const elapsed = Math.max(0, now - then);
      if (elapsed < MINUTE) return relative.format(0, 'second');
      const [amount, unit] = largestUnit(elapsed);
      return relative.format(-amount, unit);
    },
    day: (instant) => day.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    dateRange: (start, end) => dateRange.formatRange(new Date(start), Date.parse(end) - 1),
    localDay: (epoch) => localDay.format(epoch),
  };
}

function largestUnit(milliseconds: number): [amount: number, unit: 'day' | 'hour' | 'minute'] {
  if (milliseconds >= DAY) return [Math.floor(milliseconds / DAY), 'day'];
  if (milliseconds >= HOUR) return [Math.floor(milliseconds / HOUR), 'hour'];
  return [Math.max(1, Math.floor(milliseconds / MINUTE)), 'minute'];
}

function durationParts(locale: string, hours: number): DurationParts {
  const [amount, unit] = hours < 1 ? [hours * 60, 'minute'] : hours < 72 ? [hours, 'hour'] : [hours / 24, 'day'];
  const maximumFractionDigits = amount < 10 && unit !== 'minute' ? 1 : 0;
  const parts = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits,
  }).formatToParts(amount);
  const textOf = (isWanted: (type: string) => boolean): string =>
    parts
      .filter(({ type }) => isWanted(type))
      .map(({ value }) => value)
      .join('');
  return { value: textOf((type) => type !== 'unit' && type !== 'literal'), unit: textOf((type) => type === 'unit') };
}
