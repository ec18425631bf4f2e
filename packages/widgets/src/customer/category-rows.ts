import { shareText } from '../categories/category-bars.js';
import type { BarRow } from '../charts/BarList.js';
import type { Words } from '../provider/words.js';

/** Categories that get a bar of their own; the rest share one. */
const TOP = 5;

/** The most frequent categories of a period with their share of its tickets. */
export function categoryRows(byCategory: Readonly<Record<string, number>>, { format, messages }: Words): BarRow[] {
  const { categories, customer } = messages;
  const counts = Object.entries(byCategory)
    .filter(([, count]) => count > 0)
    .toSorted(([a, countOfA], [b, countOfB]) => countOfB - countOfA || format.compare(a, b));
  const total = sum(counts);
  // A bar for the rest is worth its place only when it stands for more than one category.
  const top = counts.length > TOP + 1 ? counts.slice(0, TOP) : counts;
  const rest = sum(counts.slice(top.length));

  const row = (id: string, label: string, count: number): BarRow => ({
    id,
    label,
    pct: (100 * count) / total,
    value: shareText(count, total, format, categories.below),
    tone: 'neutral',
    note: customer.categoryCount(count, format.count(count)),
  });
  return [
    ...top.map(([name, count]) => row(name, name === 'uncategorized' ? customer.uncategorized : name, count)),
    ...(rest > 0 ? [row('other', customer.otherCategories, rest)] : []),
  ];
}

const sum = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((total, [, count]) => total + count, 0);
