import { expect, test } from 'vitest';
import { hoursAgo, NOW } from '../__fixtures__/clock.js';
import { acmeTicket } from '../__fixtures__/tickets.js';
import { words } from '../__fixtures__/words.js';
import { dueAnnouncement } from './due-announcement.js';
import { dueAt, isUrgent, ticketDue } from './ticket-due.js';

const now = Date.parse(NOW);
const MINUTE = 60_000;

const ticket = (id: string, due: number | undefined, sla: 'pending' | 'at_risk' | 'breached' | 'paused' = 'pending') =>
  acmeTicket({ id, subject: 's', category: 'c', priority: 'low', age: 5, sla, ...(due !== undefined && { due }) });

const label = (due: number | undefined, sla?: 'pending' | 'at_risk' | 'breached' | 'paused'): string =>
  ticketDue(ticket('1', due, sla), now, words).label;

test('a running clock says the time left: days, hours, and minutes with seconds in the last hour', () => {
  expect(label(50)).toBe('Due in 2d');
  expect(label(3.5)).toBe('Due in 3h');
  expect(label(0.5, 'at_risk')).toBe('Due in 30m 00s');
  expect(ticketDue(ticket('1', 0.5), now + 51_000, words).label).toBe('Due in 29m 09s');
});

test('time left that is at risk has another mark than time enough', () => {
  const mark = (due: number, sla?: 'at_risk'): string => ticketDue(ticket('1', due, sla), now, words).icon;
  expect([mark(50), mark(50, 'at_risk'), mark(0.5)]).toEqual(['clock', 'hourglass', 'hourglass']);
});

test('a clock that ran out since the data came in is due now; a missed one stays missed', () => {
  expect(label(-0.1)).toBe('Due now');
  expect(label(-3, 'breached')).toBe('Breached');
  expect(label(undefined, 'paused')).toBe('Paused');
});

test('of two running clocks the first to run out counts', () => {
  const both = { ...ticket('1', 8), sla_first_response_status: 'pending' as const };
  expect(dueAt({ ...both, sla_first_response_due_at: hoursAgo(-2) })).toBe(now + 120 * MINUTE);
});

test('only the last hour is shown by the second', () => {
  expect([0.99, 1.01, -0.1].map((due) => isUrgent(ticket('1', due), now))).toEqual([true, false, false]);
  expect(isUrgent(ticket('1', 0.5, 'breached'), now)).toBe(false);
});

test('a ticket is announced when it comes within 15 minutes, and again when it has run out', () => {
  const tickets = [ticket('11', 0.26), ticket('12', 0.27), ticket('13', 9)];
  expect(dueAnnouncement(tickets, now, now, words)).toBeNull();
  expect(dueAnnouncement(tickets, now, now + 2 * MINUTE, words)).toBe('2 tickets are due within 15 minutes: #11, #12');
  expect(dueAnnouncement(tickets, now + 2 * MINUTE, now + 3 * MINUTE, words)).toBeNull();
  expect(dueAnnouncement(tickets, now + 15 * MINUTE, now + 16 * MINUTE, words)).toBe(
    '1 ticket has run out of time: #11',
  );
});

test('many tickets at once are a number and three names', () => {
  const tickets = ['21', '22', '23', '24'].map((id) => ticket(id, 0.255));
  expect(dueAnnouncement(tickets, now, now + MINUTE, words)).toBe(
    '4 tickets are due within 15 minutes: #21, #22, #23…',
  );
});
