import { expect, test } from 'vitest';
import { acme } from '../__fixtures__/customer.js';
import { words } from '../__fixtures__/words.js';
import { customerMeanings } from './customer-meanings.js';
import { customerStats } from './customer-stats.js';

const meanings = customerMeanings(acme.customer, { ...words, locale: 'en' });

type Satisfaction = Partial<typeof acme.customer.satisfaction>;

const csatNote = (satisfaction: Satisfaction): string | undefined =>
  customerStats(
    { ...acme.customer, satisfaction: { ...acme.customer.satisfaction, ...satisfaction } },
    meanings,
    words,
  )[2]?.note;

test('a trend is said with what it is compared with', () => {
  expect(csatNote({ trend: 'stable', previous_avg_csat: 3.2 })).toBe('Stable from 3.2');
  expect(csatNote({ trend: 'improving', previous_avg_csat: 2.5 })).toBe('Improving from 2.5');
});

test('too few ratings make no trend', () => {
  const few = { csat_responses: 1, trend: 'stable', trend_confidence: 'insufficient_data' } as const;
  expect(csatNote(few)).toBe('1 rating, too few for a trend (before: 3.8)');
  expect(csatNote({ ...few, previous_avg_csat: null })).toBe('1 rating, none before');
});

test('critical tickets count as high priority', () => {
  const tickets = { ...acme.customer.tickets, open_by_priority: { low: 0, medium: 0, high: 1, critical: 4 } };
  expect(customerStats({ ...acme.customer, tickets }, meanings, words)[0]?.note).toBe('5 high priority');
});

test('a resolution time without any decided SLA says so', () => {
  const sla = { ...acme.customer.sla, resolution_met_pct: null };
  expect(customerStats({ ...acme.customer, sla }, meanings, words)[1]).toMatchObject({
    value: '18',
    note: 'No SLA decided in this period',
  });
});
