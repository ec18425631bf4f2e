import type { LocalTime } from '../../../time/local-time.js';

/** Parts of a date as a pattern finds them; `offset` is minutes east of UTC where the text carries one. */
export interface DateParts extends LocalTime {
  millisecond: number;
  offset: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = MONTHS.join('|');

/** What each token of a pattern matches. Longer tokens first: `MMM` is no `MM` and `M`. */
const TOKENS: readonly (readonly [token: string, group: keyof DateParts | 'half', source: string])[] = [
  ['YYYY', 'year', String.raw`\d{4}`],
  ['MMM', 'month', `(?:${MONTH_NAMES})[a-z]*`],
  ['MM', 'month', String.raw`\d{2}`],
  ['M', 'month', String.raw`\d{1,2}`],
  ['DD', 'day', String.raw`\d{2}`],
  ['D', 'day', String.raw`\d{1,2}`],
  ['HH', 'hour', String.raw`\d{2}`],
  ['H', 'hour', String.raw`\d{1,2}`],
  ['hh', 'hour', String.raw`\d{2}`],
  ['h', 'hour', String.raw`\d{1,2}`],
  ['mm', 'minute', String.raw`\d{2}`],
  ['SSS', 'millisecond', String.raw`\d{3}`],
  ['ss', 'second', String.raw`\d{2}`],
  ['A', 'half', 'am|pm'],
  ['Z', 'offset', String.raw`z|utc|gmt|[+-]\d{2}:?\d{2}`],
];

const tokenAt = (pattern: string, index: number) => TOKENS.find(([token]) => pattern.startsWith(token, index));

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`);

/** The expression of a pattern, or null when it repeats a part, lacks the date, or has letters that are no token. */
const expressionOf = (pattern: string): RegExp | null => {
  let source = '';
  const groups = new Set<string>();
  for (let index = 0; index < pattern.length;) {
    const found = tokenAt(pattern, index);
    const literal = pattern.charAt(index);
    if (found === undefined) {
      if (/[A-SU-Za-z]/.test(literal)) return null;
      source += escaped(literal);
      index += 1;
      continue;
    }
    const [token, group, matches] = found;
    if (groups.has(group)) return null;
    groups.add(group);
    source += `(?<${group}>${matches})`;
    index += token.length;
  }
  const isDate = ['year', 'month', 'day'].every((group) => groups.has(group));
  const isTwelveHours = /h/.test(pattern);
  if (!isDate || isTwelveHours !== groups.has('half')) return null;
  return new RegExp(`^${source}$`, 'i');
};

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;

const hourOf = (text: string, half: string | undefined): number => {
  const hour = Number(text);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
};

const offsetOf = (text: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/**
 * Builds the reader of a date pattern.
 *
 * @param pattern tokens `YYYY MM M MMM DD D HH H hh h mm ss SSS A Z`; everything else stands for itself
 * @returns a function from text to parts, null where the text does not fit; or null for a bad pattern
 * @example
 * datePattern('DD-MM-YYYY HH:mm')?.('29-02-2016 01:16');
 * // { year: 2016, month: 2, day: 29, hour: 1, minute: 16, second: 0, millisecond: 0, offset: null }
 */
export const datePattern = (pattern: string): ((text: string) => DateParts | null) | null => {
  const expression = expressionOf(pattern);
  if (expression === null) return null;
  return (text) => {
    const found = expression.exec(text)?.groups;
    if (found === undefined) return null;
    return {
      year: Number(found['year']),
      month: monthOf(found['month'] ?? ''),
      day: Number(found['day']),
      hour: hourOf(found['hour'] ?? '0', found['half']),
      minute: Number(found['minute'] ?? 0),
      second: Number(found['second'] ?? 0),
      millisecond: Number(found['millisecond'] ?? 0),
      offset: found['offset'] === undefined ? null : offsetOf(found['offset']),
    };
  };
};
