import type { Messages } from '../messages/messages.js';

/** Letters, and the same with marks on them: still to be read, and no longer those of the source. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒĝħíĵķłɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĦÍĴĶŁṀÑÓÞɊŔŠŢÚṼŴẊÝŽ';

const accent = (text: string): string => text.replaceAll(/[a-z]/gi, (letter) => accented.charAt(plain.indexOf(letter)));

/** Marks what comes from outside, so that only the catalogue's own words are changed. */
const slot = (index: number): string => String.fromCodePoint(0xe000 + index);

interface PseudoOptions {
  /** Its language, which decides the direction. */
  language: string;
  /** By how much words grow, as they do from English to German. */
  growth?: number;
}

/**
 * A language for tests: every word of a catalogue with accents and 40 % longer. What shows up without accents did not
 * come from the catalogue.
 */
export function pseudo(messages: Messages, { language, growth = 0.4 }: PseudoOptions): Messages {
  const say = (text: string): string =>
    /[a-z]/i.test(text) ? `${accent(text)}${'~'.repeat(Math.ceil(text.length * growth))}` : text;
  const sayWith = (make: (...values: unknown[]) => unknown, values: unknown[]): string => {
    const marked = values.map((value, index) => (typeof value === 'string' ? slot(index) : value));
    return say(String(make(...marked))).replaceAll(/[\ue000-\uf8ff]/g, (mark) =>
      String(values[(mark.codePointAt(0) ?? 0) - 0xe000]),
    );
  };
  const convert = (value: unknown): unknown => {
    if (typeof value === 'string') return say(value);
    if (typeof value === 'function') {
      return (...values: unknown[]) => sayWith(value as (...values: unknown[]) => unknown, values);
    }
    if (Array.isArray(value)) return value.map(convert);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, convert(each)]));
  };
  return { ...(convert(messages) as Messages), language };
}
