import type { Words } from '../provider/words.js';
import type { Counts } from './explain-change.js';

/** One category as a bar. */
export interface CategoryBar {
  /** Null: the rest together, which is no category. */
  category: string | null;
  label: string;
  /** 0..100 of the longest bar. */
  length: number;
  /** The same for the period before; null where that is not known. */
  previousLength: number | null;
  value: string;
  share: string;
  /** Against the period before. */
  change: string | undefined;
  changeTone: 'up' | 'down' | 'flat' | undefined;
}

/** Categories that get a bar of their own; the rest share one. */
const TOP = 8;

/** The most frequent categories of a period, against the one before where that is known. */
export function categoryBars(
  current: Counts,
  previous: Counts | undefined,
  { format, messages }: Words,
): CategoryBar[] {
  const { categories } = messages;
  const names = [...new Set([...Object.keys(current), ...Object.keys(previous ?? {})])];
  const all = names
    .map((name) => ({ name, count: current[name] ?? 0, before: previous?.[name] ?? 0 }))
    .filter(({ count, before }) => count + before > 0)
    .toSorted((a, b) => b.count - a.count || b.before - a.before || a.name.localeCompare(b.name));
  // A bar for the rest is worth its place only when it stands for more than one category.
  const top = all.length > TOP + 1 ? all.slice(0, TOP) : all;
  const rest = all.slice(top.length);
  const sum = (of: (each: { count: number; before: number }) => number): number =>
    rest.reduce((total, each) => total + of(each), 0);
  const rows = [
    ...top.map(({ name, ...row }) => ({ ...row, category: name as string | null, label: name })),
    ...(rest.length > 0
      ? [
          {
            category: null,
            label: categories.other,
            count: sum(({ count }) => count),
            before: sum(({ before }) => before),
          },
        ]
      : []),
  ];

  const total = all.reduce((counted, { count }) => counted + count, 0);
  const longest = Math.max(1, ...rows.flatMap(({ count, before }) => [count, before]));
  return rows.map(({ category, label, count, before }) => ({
    category,
    label: category === 'uncategorized' ? categories.uncategorized : label,
    length: (100 * count) / longest,
    previousLength: previous ? (100 * before) / longest : null,
    value: format.count(count),
    share: total === 0 ? messages.unknown : shareText(count, total, format, categories.below),
    change: previous && changeText(count - before, before, format.change(count - before), categories),
    changeTone: previous && (count > before ? 'up' : count < before ? 'down' : 'flat'),
  }));
}

/** A share that rounds to nothing is still something. */
export function shareText(
  count: number,
  total: number,
  { percent }: Words['format'],
  below: (pct: string) => string,
): string {
  const share = Math.round((100 * count) / total);
  return share === 0 && count > 0 ? below(percent(1)) : percent(share);
}

function changeText(
  change: number,
  before: number,
  formatted: string,
  { changeNew, same }: Words['messages']['categories'],
): string {
  if (change === 0) return same;
  return before === 0 ? changeNew : formatted;
}
