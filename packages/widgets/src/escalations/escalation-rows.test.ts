import type { SupportTicket } from '@cscx/support-core';
import { expect, test } from 'vitest';
import { NOW } from '../__fixtures__/clock.js';
import { acme, silentCustomer } from '../__fixtures__/customer.js';
import { escalatedTickets } from '../__fixtures__/metrics.js';
import { acmeTickets } from '../__fixtures__/tickets.js';
import { words } from '../__fixtures__/words.js';
import { createFormat } from '../format/create-format.js';
import { escalationTimeline } from './escalation-rows.js';
import { escalationStats } from './escalation-stats.js';

const timeline = escalationTimeline(escalatedTickets, Date.parse(NOW), words);
const rowOf = (name: string) => timeline.rows.find((row) => row.name === name);

test('those that stand come first, then the latest; what was never escalated is left out', () => {
  expect(timeline.rows.map(({ name }) => name)).toEqual(['#4518', '#4508', '#4466', '#4430', '#4421']);
  const others = acmeTickets.filter(({ is_escalated }) => !is_escalated);
  expect(escalationTimeline(others, Date.parse(NOW), words)).toEqual({ rows: [], ticks: [], longest: undefined });
});

test('a line says reason, level, since when and for how long', () => {
  expect(rowOf('#4518')).toMatchObject({
    state: 'Open',
    level: 'Level 2',
    reason: 'Outage',
    span: 'Since Nov 20',
    duration: 'for 3 days',
  });
  expect(rowOf('#4466')).toMatchObject({
    state: 'Ended',
    reason: 'SLA breach',
    span: 'Nov 11 – Nov 14',
    duration: 'took 3.5 days',
  });
});

test('what is not known is said: no reason, no level, no dates', () => {
  expect(rowOf('#4430')).toMatchObject({ reason: 'No reason given', span: 'Nov 4', duration: 'took 9.6 hours' });
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
    bar: { isEndUnknown: true },
  });
  expect((rows[0]?.bar?.left ?? 0) + (rows[0]?.bar?.width ?? 0)).toBeCloseTo(100);
  expect(rowOf('#4466')?.bar?.isEndUnknown).toBe(false);
});

test('where no begin is known there is no scale', () => {
  const undated = escalatedTickets.map((ticket) => ({ ...ticket, escalated_at: null }));
  const { rows, ticks, longest } = escalationTimeline(undated, Date.parse(NOW), words);
  expect(rows.map(({ bar }) => bar)).toEqual([null, null, null, null, null]);
  expect(longest).toBeUndefined();
  expect(ticks).toEqual([]);
});

test('bars stand on one line of time that ends now, and a short one can still be seen', () => {
  const bars = timeline.rows.flatMap(({ bar }) => bar ?? []);
  for (const { left, width } of bars) expect(left + width).toBeLessThanOrEqual(100.01);
  expect(rowOf('#4518')?.bar?.left).toBeCloseTo(100 - (100 * 3) / (19 + 9.5 / 24));
  expect(Math.min(...bars.map(({ width }) => width))).toBeGreaterThan(0.7);
});

test.each([
  // Days and places of the days, in a zone, of an escalation raised then and of now.
  ['UTC', '2026-11-04T09:30:00Z', NOW, ['Nov 4', 'Nov 8', 'Nov 12', 'Nov 16', 'Nov 20'], 4 / (19 + 9.5 / 24)],
  ['UTC', '2026-11-23T09:00:00Z', NOW, ['Nov 23'], undefined],
  ['UTC', '2026-11-21T23:00:00Z', NOW, ['Nov 21', 'Nov 22', 'Nov 23'], 24 / (48 + 9.5)],
  ['America/Los_Angeles', '2026-11-21T05:00:00Z', NOW, ['Nov 20', 'Nov 21', 'Nov 22', 'Nov 23'], 24 / (72 + 1.5)],
  // The first day has 25 hours.
  ['Europe/Berlin', '2026-10-25T08:00:00Z', '2026-10-26T11:00:00Z', ['Oct 25', 'Oct 26'], 25 / (25 + 12)],
  ['Europe/Berlin', '2026-03-29T08:00:00Z', '2026-03-30T10:00:00Z', ['Mar 29', 'Mar 30'], 23 / (23 + 12)],
])('lines stand where days begin in %s, each once: since %s', (zone, raised, now, labels, second) => {
  const ticket = { ...escalatedTickets[0], escalated_at: raised } as SupportTicket;
  const { rows, ticks } = escalationTimeline([ticket], Date.parse(now), {
    ...words,
    format: createFormat('en', zone),
  });
  expect(ticks.map(({ label }) => label)).toEqual(labels);
  expect(ticks[0]?.left).toBe(0);
  expect(rows[0]?.span).toBe(`Since ${labels[0]}`);
  if (second !== undefined) expect(ticks[1]?.left).toBeCloseTo(100 * second);
});

test('three numbers say how many stand, were raised and ended, or why there is none', () => {
  expect(timeline.longest).toBe('5.2 days');
  const [open] = escalationStats(acme.customer.escalations, undefined, timeline.longest, words);
  expect(open).toMatchObject({ value: '1', note: 'Longest: 5.2 days' });
  expect(
    escalationStats(acme.customer.escalations, undefined, undefined, words).map(({ value, note }) => [value, note]),
  ).toEqual([
    ['1', 'Not resolved yet'],
    ['1', '2.5% of the tickets of this period'],
    ['–', 'None ended in this period'],
  ]);
  expect(escalationStats(silentCustomer.customer.escalations, undefined, undefined, words)[0]).toMatchObject({
    value: '0',
    tone: 'good',
  });
});
