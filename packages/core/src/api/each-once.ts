import type * as z from 'zod';

/**
 * Refuses a list that names one thing twice, at the later place: which of them is meant, nobody can tell.
 *
 * @param field - that the error points at
 */
export const eachOnce =
  <Item>(field: string, keyOf: (item: Item) => string): z.core.CheckFn<Item[]> =>
  ({ value, issues }) => {
    const first = new Map<string, number>();
    for (const [index, item] of value.entries()) {
      const key = keyOf(item);
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else {
        const message = `expected each only once: it is at ${known} already`;
        issues.push({ code: 'custom', path: [index, field], input: value, message });
      }
    }
  };
