/** What a word means: ours, null for "unknown" by the mapping, or undefined for a word that it does not list. */
export type WordReader<Value> = (word: string) => Value | null | undefined;

/**
 * Builds the reader of a vocabulary.
 *
 * @param words the file's word → our value
 * @param own our own words, which mean themselves unless `words` says otherwise
 */
export const wordReader = <Value>(
  words: Readonly<Record<string, Value | null>>,
  { isCaseSensitive, own = {} }: { isCaseSensitive: boolean; own?: Readonly<Record<string, Value>> },
): WordReader<Value> => {
  const folded = (word: string): string => (isCaseSensitive ? word.trim() : word.trim().toLowerCase());
  const meanings = new Map<string, Value | null>(
    [...Object.entries(own), ...Object.entries(words)].map(([word, value]) => [folded(word), value]),
  );
  return (word) => meanings.get(folded(word));
};
