import { expect, test } from 'vitest';
import { portfolio } from '../__fixtures__/portfolio.js';
import { words } from '../__fixtures__/words.js';
import { portfolioMeanings } from './portfolio-meanings.js';
import { portfolioStats } from './portfolio-stats.js';

const { summary } = portfolio;
const meanings = portfolioMeanings(summary, undefined, { ...words, locale: 'en' });
const notes = (changes: Partial<typeof summary>): string[] =>
  portfolioStats({ ...summary, ...changes }, meanings, words).map(({ note, tone }) => `${tone}: ${note}`);

test('fewer open tickets are good, more are a warning, as many are neither', () => {
  expect(notes({ open_tickets_change: -4 })[0]).toBe('good: −4 vs last week');
  expect(notes({ open_tickets_change: 1200 })[0]).toBe('warn: +1,200 vs last week');
  expect(notes({ open_tickets_change: 0 })[0]).toBe('neutral: Same as last week');
});

test('a difference to the target that would read 0.0 is none', () => {
  expect(notes({ csat_vs_target: -0.04 })[1]).toBe('good: On target 4.5');
  expect(notes({ csat_vs_target: 0.3 })[1]).toBe('good: +0.3 vs target 4.5');
});

test('no new escalation is no cause for colour', () => {
  expect(notes({ escalations: { open: 5, new_this_week: 0, change: 0 } })[2]).toBe('neutral: None new this week');
});
