import type { Warn } from '../shared/page.js';
import { createWordMap } from '../shared/word-map.js';

/** A vocabulary of which Freshdesk sends numbers and administrators see labels. */
export interface CodedWordsOptions<Value> {
  /** Such as `status`. */
  field: string;
  /** What the numbers mean. */
  codes: Readonly<Record<string, Value>>;
  /** Labels of the numbers as a new account has them. */
  labels: Readonly<Record<string, string>>;
  /** By label or by number. */
  overrides: Readonly<Record<string, Value>>;
  fallback: Value;
}

/** A number in the administrator's word and in ours. */
export interface CodedWord<Value> {
  raw: string;
  value: Value;
}

const fold = (word: string): string => word.trim().toLowerCase();

/**
 * Makes the reader of a numbered vocabulary. An administrator's word for a label wins, then the one for a number; a label
 * that was only renamed changes nothing, since the number stays.
 *
 * @returns reads a number with the labels that the account has for them
 */
export const createCodedWords = <Value>({ field, codes, labels, overrides, fallback }: CodedWordsOptions<Value>) => {
  const wordMap = createWordMap({ field, words: codes, overrides, fallback });
  const decided = new Set(Object.keys(overrides).map(fold));
  return (code: string, accountLabels: ReadonlyMap<string, string>, warn: Warn): CodedWord<Value> => {
    const raw = accountLabels.get(code) ?? labels[code] ?? code;
    const isByNumber = !decided.has(fold(raw)) && (decided.has(code) || Object.hasOwn(codes, code));
    return { raw, value: wordMap(isByNumber ? code : raw, warn) };
  };
};
