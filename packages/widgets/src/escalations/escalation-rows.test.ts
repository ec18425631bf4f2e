import type { SupportTicket } from '@cscx/support-core';
import { expect, test } from 'vitest';
import { NOW } from '../__fixtures__/clock.js';
import { acme, silentCustomer } from '../__fixtures__/customer.js';
import { escalatedTickets } from '../__fixtures__/metrics.js';
import { acmeTickets } from '../__fixtures__/tickets.js';
import { words } from '../__fixtures__/words.js';
import { escalationTimeline } from './escalation-rows.js';
import { escalationStats } from './escalation-stats.js';

const timeline = escalationTimeline(escalatedTickets, Date.parse(NOW), words);
const rowOf = (name: string) => timeline.rows.find((row) => row.name === name);

test('those that stand come first, then the latest; what was never escalated is left out', () => {
  expect(timeline.rows.map(({ name }) => name)).toEqual(['#4518', '#4508', '#4466', '#4430', '#4421']);
  const others = acmeTickets.filter(({ is_escalated }) => !is_escalated);
  expect(escalationTimeline(others, Date.parse(NOW), words)).toEqual({ rows: [], ticks: [] });
});

test('a line says reason, level, since when and for how long', () => {
  expect(rowOf('#4518')).toMatchObject({
    state: 'Open',
    level: 'Level 2',
    reason: 'Outage',
    span: 'Since Nov 20',
    duration: 'for 3d',
  });
  expect(rowOf('#4466')).toMatchObject({
    state: 'Ended',
    reason: 'SLA breach',
    span: 'Nov 11 – Nov 14',
    duration: 'took 3d',
  });
});

test('what is not known is said: no reason, no level, no dates', () => {
  expect(rowOf('#4430')).toMatchObject({ reason: 'No reason given', span: 'Nov 4', duration: 'took 9h' });
  expect(rowOf('#4421')).toMatchObject({ span: 'Dates not known', duration: undefined, bar: null, level: undefined });
});

test('of one whose end is not known the bar is as long as it can have been', () => {
  const [first, ...others] = escalatedTickets.filter(
    ({ external_id }) => external_id === '4466' || external_id === '4421',
  );
  const { rows } = escalationTimeline(
    [{ ...first, resolved_at: null } as SupportTicket, ...others],
    Date.parse(NOW),
    words,
  );
  expect(rows[0]).toMatchObject({
    span: 'Since Nov 11, day of its end not known',
    duration: undefined,
    bar: { left: 0, width: 100, isEndUnknown: true },
  });
  expect(rowOf('#4466')?.bar?.isEndUnknown).toBe(false);
});

test('where no begin is known there is no scale', () => {
  const undated = escalatedTickets.map((ticket) => ({ ...ticket, escalated_at: null }));
  const { rows, ticks } = escalationTimeline(undated, Date.parse(NOW), words);
  expect(rows.map(({ bar }) => bar)).toEqual([null, null, null, null, null]);
  expect(ticks).toEqual([]);
});

test('bars stand on one line of time that ends now, and a short one can still be seen', () => {
  const bars = timeline.rows.flatMap(({ bar }) => bar ?? []);
  for (const { left, width } of bars) expect(left + width).toBeLessThanOrEqual(100.01);
  expect(rowOf('#4518')?.bar?.left).toBeCloseTo(100 - (100 * 3) / 19);
  expect(Math.min(...bars.map(({ width }) => width))).toBeGreaterThan(0.7);
  expect(timeline.ticks.map(({ label }) => label)).toEqual(['Nov 4', 'Nov 9', 'Nov 13', 'Nov 18', 'Nov 23']);
});

test('three numbers say how many stand, were raised and ended, or why there is none', () => {
  expect(escalationStats(acme.customer.escalations, undefined, words).map(({ value, note }) => [value, note])).toEqual([
    ['1', 'Not resolved yet'],
    ['1', '2.5% of the tickets of this period'],
    ['–', 'None ended in this period'],
  ]);
  expect(escalationStats(silentCustomer.customer.escalations, undefined, words)[0]).toMatchObject({
    value: '0',
    tone: 'good',
  });
});
