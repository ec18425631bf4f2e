import type { ImportWarning, ImportWarningKind } from '../import-page.js';

/** Distinct words that are told apart on a page; a column of free text must not fill the memory. */
const MOST_WORDS = 50;
const LONGEST_WORD = 60;

/** Counts one warning; `value` only for words of a vendor's vocabulary. */
export type Warn = (kind: ImportWarningKind, field: string, value?: string) => void;

/** Counts warnings by kind, field and word; `take` hands over what was counted since the last time. */
export const createWarningCounter = (): { warn: Warn; take: () => ImportWarning[] } => {
  const counted = new Map<string, ImportWarning>();
  const warn: Warn = (kind, field, value) => {
    const word = value === undefined || counted.size >= MOST_WORDS ? undefined : value.slice(0, LONGEST_WORD);
    const key = JSON.stringify([kind, field, word]);
    const warning = counted.get(key);
    if (warning === undefined) counted.set(key, { kind, field, count: 1, ...(word !== undefined && { value: word }) });
    else warning.count += 1;
  };
  const take = (): ImportWarning[] => {
    const warnings = [...counted.values()];
    counted.clear();
    return warnings;
  };
  return { warn, take };
};
