import type { Warn } from './page.js';

/** A vendor's words and what they mean to us. */
export interface WordMapOptions<Value> {
  /** Such as `status`; for the warning `unknown_status`. */
  field: string;
  /** The vendor's words; upper and lower case are the same. */
  words: Readonly<Record<string, Value>>;
  /** What a connection's administrator decided; wins. */
  overrides?: Readonly<Record<string, Value>> | undefined;
  /** What any other word means; it is warned about. */
  fallback: Value;
  /** What no word at all means. @default the fallback, with a warning */
  absent?: Value | undefined;
}

/**
 * Makes the reader of a vendor's vocabulary: data with overrides, and a stated fallback that is visible.
 *
 * @example
 * const status = createWordMap({ field: 'status', words: { new: 'open', solved: 'resolved' }, fallback: 'open' });
 * status('solved', warn); // 'resolved'
 */
export const createWordMap = <Value>({
  field,
  words,
  overrides = {},
  fallback,
  absent,
}: WordMapOptions<Value>): ((word: string | null | undefined, warn: Warn) => Value) => {
  const fold = (word: string): string => word.trim().toLowerCase();
  const meanings = new Map(
    [...Object.entries(words), ...Object.entries(overrides)].map(([word, value]) => [fold(word), value]),
  );
  return (word, warn) => {
    if ((word == null || word === '') && absent !== undefined) return absent;
    const meaning = word == null ? undefined : meanings.get(fold(word));
    if (meaning !== undefined) return meaning;
    warn(`unknown_${field}`, field, word ?? null);
    return fallback;
  };
};
