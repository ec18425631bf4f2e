/** How long something took or has been waiting, as a number and its unit. */
export interface DurationParts {
  value: string;
  unit: string;
}

/** Writes numbers and times for eyes; made once for each locale and zone. */
export interface Format {
  /** `1,234` */
  count: (value: number) => string;
  /** `1.2M`, `850`: for axes. */
  compact: (value: number) => string;
  /** `+12`, `−3`, `0`; with one decimal for a change of scores. */
  change: (value: number, decimals?: 0 | 1) => string;
  /** A score of 1..5: `3.9` */
  score: (value: number) => string;
  /** A percentage of 0..100: `94%`, `89.6%` */
  percent: (pct: number) => string;
  /** Hours in words: `18 hours` */
  duration: (hours: number) => string;
  /** Hours as `18` + `hr`, below one as minutes, from three days on as days. */
  hours: (hours: number) => DurationParts;
  /** Milliseconds in the largest fitting unit, as short as the language has it: `2d`, `3h`, `45m`; `2 j` */
  age: (milliseconds: number) => string;
  /** The same in words: `2 days` */
  ageInWords: (milliseconds: number) => string;
  /** Milliseconds until something is due, as an age is written; in the last hour minutes and seconds: `35m 09s` */
  countdown: (milliseconds: number) => string;
  /** `4m ago`, `yesterday`; both in epoch milliseconds */
  ago: (then: number, now: number) => string;
  /** The same where it stands by itself: `Yesterday` */
  agoAlone: (then: number, now: number) => string;
  /** `Nov 16` */
  day: (instant: string) => string;
  /** `Nov 16, 2026, 9:30 AM` */
  dateTime: (instant: string) => string;
  /** `Tue 9:00 AM`, with its date where that weekday may be taken for another one; both in epoch milliseconds */
  weekdayTime: (epoch: number, now: number) => string;
  /** `Nov 1 – 30, 2026`; the end is exclusive */
  dateRange: (start: string, end: string) => string;
  /** The local day of an instant, to compare with another: `2026-11-16` */
  localDay: (epoch: number) => string;
  /** What the clock on the wall shows, to the minute: `2026-11-23T09:30` */
  wallTime: (epoch: number) => string;
  /** `a, b, c`, as the language strings things together */
  list: (items: readonly string[]) => string;
  /** Order of names in the language. */
  compare: (a: string, b: string) => number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Format>();

/**
 * Gives the formats of a locale and zone; the same ones when asked again, because `Intl` objects are dear to make. A locale
 * or zone that the browser does not know is left out: a wrong setting of one person must not take the page down.
 *
 * @param timeZone - IANA zone of days and times; that of the browser when absent
 */
export function createFormat(locale: string, timeZone?: string): Format {
  const key = `${locale} ${timeZone ?? ''}`;
  const format = formats.get(key) ?? makeFormat(isKnown(locale) ? locale : 'en', timeZone);
  formats.set(key, format);
  return format;
}

function isKnown(locale: string): boolean {
  try {
    Intl.getCanonicalLocales(locale);
    return true;
  } catch {
    return false;
  }
}

function makeFormat(locale: string, timeZone: string | undefined): Format {
  const made = new Map<string, unknown>();
  /** Made when it is first needed, then kept. */
  function intl<Options, Made>(
    Type: new (tag: string, options: Options) => Made,
    options: Options,
    tag = locale,
  ): Made {
    const key = tag + Type.name + JSON.stringify(options);
    const object = (made.get(key) as Made | undefined) ?? new Type(tag, options);
    made.set(key, object);
    return object;
  }
  const number =
    (options: Intl.NumberFormatOptions) =>
    (value: number): string =>
      // A hyphen is too short beside tabular figures.
      intl(Intl.NumberFormat, options).format(value).replace('-', '−');
  // The first date costs a browser more than all numbers together: a zone is not tried before one is written.
  const date = (options: Intl.DateTimeFormatOptions, tag?: string): Intl.DateTimeFormat => {
    try {
      return intl(Intl.DateTimeFormat, { ...options, timeZone }, tag);
    } catch {
      return intl(Intl.DateTimeFormat, options, tag);
    }
  };
  const inUnit = (
    unit: string,
    unitDisplay: 'narrow' | 'short' | 'long',
    digits?: Intl.NumberFormatOptions,
  ): Intl.NumberFormat => intl(Intl.NumberFormat, { style: 'unit', unit, unitDisplay, ...digits });

  // Elsewhere the narrow style lacks a space, or is a letter or bare minus that is not understood.
  const brief = locale.startsWith('en') ? 'narrow' : 'short';

  const change = { maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const;
  const monthDay = { month: 'short', day: 'numeric' } as const;
  const oneDecimal = { maximumFractionDigits: 1, minimumFractionDigits: 1 };
  const percent = number({ style: 'percent', maximumFractionDigits: 1 });
  // Swedes write dates as ISO 8601 does.
  const wallTime = (epoch: number): string =>
    date({ dateStyle: 'short', timeStyle: 'short' }, 'sv').format(epoch).replace(' ', 'T');
  const age = (milliseconds: number, unitDisplay: 'narrow' | 'short' | 'long'): string => {
    const [amount, unit] = largestUnit(milliseconds);
    return inUnit(unit, unitDisplay).format(amount);
  };
  const ago = (then: number, now: number): string => {
    const elapsed = Math.max(0, now - then);
    const [amount, unit] = elapsed < MINUTE ? ([0, 'second'] as const) : largestUnit(elapsed);
    return intl(Intl.RelativeTimeFormat, { style: brief, numeric: 'auto' }).format(-amount, unit);
  };
  const inHours = (hours: number): Intl.NumberFormatPart[] => {
    const [amount, unit] = hours < 1 ? [hours * 60, 'minute'] : hours < 72 ? [hours, 'hour'] : [hours / 24, 'day'];
    const maximumFractionDigits = amount < 10 && unit !== 'minute' ? 1 : 0;
    return inUnit(unit, 'long', { maximumFractionDigits }).formatToParts(amount);
  };

  return {
    count: number({ maximumFractionDigits: 0 }),
    compact: number({ notation: 'compact', maximumFractionDigits: 1 }),
    change: (value, decimals = 0) => number(decimals === 0 ? change : { ...change, ...oneDecimal })(value),
    score: number(oneDecimal),
    percent: (pct) => percent(pct / 100),
    duration: (hours) =>
      inHours(hours)
        .map(({ value }) => value)
        .join(''),
    hours: (hours) => durationParts(inHours(hours)),
    age: (milliseconds) => age(milliseconds, brief),
    ageInWords: (milliseconds) => age(milliseconds, 'long'),
    countdown: (milliseconds) =>
      milliseconds < HOUR
        ? `${inUnit('minute', brief).format(Math.floor(milliseconds / MINUTE))} ${inUnit('second', brief, { minimumIntegerDigits: 2 }).format(Math.floor(milliseconds / 1000) % 60)}`
        : age(milliseconds, brief),
    ago,
    agoAlone: (then, now) => {
      const said = ago(then, now);
      return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1);
    },
    day: (instant) => date(monthDay).format(new Date(instant)),
    dateTime: (instant) => date({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)),
    weekdayTime: (epoch, now) =>
      date({
        ...(Math.abs(epoch - now) >= 6 * DAY && monthDay),
        weekday: 'short',
        hour: 'numeric',
        minute: '2-digit',
      }).format(epoch),
    dateRange: (start, end) => date({ ...monthDay, year: 'numeric' }).formatRange(new Date(start), Date.parse(end) - 1),
    localDay: (epoch) => wallTime(epoch).slice(0, 10),
    wallTime,
    list: (items) => intl(Intl.ListFormat, { type: 'unit', style: 'short' }).format(items),
    compare: (a, b) => intl(Intl.Collator, {}).compare(a, b),
  };
}

function largestUnit(milliseconds: number): [amount: number, unit: 'day' | 'hour' | 'minute'] {
  if (milliseconds >= DAY) return [Math.floor(milliseconds / DAY), 'day'];
  if (milliseconds >= HOUR) return [Math.floor(milliseconds / HOUR), 'hour'];
  return [Math.max(1, Math.floor(milliseconds / MINUTE)), 'minute'];
}

function durationParts(parts: readonly Intl.NumberFormatPart[]): DurationParts {
  let [number, name] = ['', ''];
  for (const { type, value } of parts) {
    if (type === 'unit') name += value;
    else if (type !== 'literal') number += value;
  }
  return { value: number, unit: name };
}
