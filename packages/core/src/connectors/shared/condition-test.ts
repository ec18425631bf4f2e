import type { Condition } from './condition.js';

/** Tells whether a whole text fits a pattern with `*` for any text, in linear time: no regular expression. */
const fitsWildcard = (pattern: string): ((text: string) => boolean) => {
  const parts = pattern.split('*');
  const head = parts.shift() ?? '';
  const tail = parts.pop();
  return (text) => {
    if (tail === undefined) return text === head;
    if (!text.startsWith(head)) return false;
    let from = head.length;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      if (at === -1) return false;
      from = at + part.length;
    }
    return text.length - tail.length >= from && text.endsWith(tail);
  };
};

/** Builds the test of a condition; upper and lower case are the same. */
export const conditionTest = (condition: Condition): ((text: string) => boolean) => {
  const folded = (text: string): string => text.trim().toLowerCase();
  const { equals, in: among, contains, matches } = condition;
  if (matches !== undefined) {
    const fits = fitsWildcard(folded(matches));
    return (text) => fits(folded(text));
  }
  if (contains !== undefined) return (text) => folded(text).includes(folded(contains));
  const words = new Set((among ?? [equals ?? '']).map(folded));
  return (text) => words.has(folded(text));
};
