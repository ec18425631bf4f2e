/** How many requests for single records are under way at once. */
const AT_ONCE = 5;

/** Does something for each item, a few at a time; the results are in the order of the items. */
export const inBatches = async <Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(run))));
  }
  return results;
};
