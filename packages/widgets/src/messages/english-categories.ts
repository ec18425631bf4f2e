import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `TopCategories` says, in English. */
export const englishCategories = {
  title: 'Top categories',
  meaning:
    'Tickets created in the period, by the category that the rules of your organization give them. The change is against the period before; while a period runs, against the same part of it.',
  uncategorized: 'Uncategorized',
  other: 'Other',
  tickets: (count: number, formatted: string) => plural(count, formatted, { one: '# ticket', other: '# tickets' }),
  below: (pct: string) => `<${pct}`,
  before: (formatted: string) => `${formatted} in the period before`,
  against: 'Against the period before',
  changeNew: 'New',
  same: 'Same',
  none: 'No tickets were created in this period',
  noneHint: 'Choose a longer period to see what tickets are about.',
  why: 'Why it changed',
  whyMore: (change: number, formatted: string) =>
    `${plural(Math.abs(change), formatted, { one: '# ticket', other: '# tickets' })}. What moved most:`,
  whyNone: 'As many tickets as in the period before.',
  rest: 'Everything else',
  category: 'By category',
  priority: 'By priority',
  ofPriority: (priority: string) => `${priority} priority`,
  fromTo: (previous: string, current: string) => `from ${previous} to ${current}`,
};
