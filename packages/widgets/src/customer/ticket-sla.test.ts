import type { SlaStatus } from '@cscx/support-core';
import { expect, test } from 'vitest';
import { hoursAgo, NOW } from '../__fixtures__/clock.js';
import { acmeTicket } from '../__fixtures__/tickets.js';
import { words } from '../__fixtures__/words.js';
import { ticketSla } from './ticket-sla.js';

interface Clocks {
  first?: SlaStatus;
  firstDue?: number;
  resolution: SlaStatus;
  due?: number;
}

function verdict({ first = 'met', firstDue, resolution, due }: Clocks): [label: string, detail: string] {
  const ticket = acmeTicket({
    id: '1',
    subject: 's',
    category: 'c',
    priority: 'low',
    age: 5,
    sla: resolution,
    ...(due !== undefined && { due }),
  });
  const clocks = {
    ...ticket,
    sla_first_response_status: first,
    sla_first_response_due_at: firstDue === undefined ? null : hoursAgo(-firstDue),
  };
  const { label, detail } = ticketSla(clocks, Date.parse(NOW), words);
  return [label, detail];
}

test('a breach of either clock is a breach', () => {
  expect(verdict({ first: 'breached', resolution: 'pending', due: 30 })).toEqual([
    'Breached',
    'First response: Breached · Resolution: Due in 1d',
  ]);
  expect(verdict({ resolution: 'breached' })[0]).toBe('Breached');
});

test('of two clocks at risk the one that is due first counts', () => {
  expect(verdict({ first: 'at_risk', firstDue: 0.5, resolution: 'at_risk', due: 3 })[0]).toBe('Due in 30m 00s');
  expect(verdict({ resolution: 'at_risk', due: 3.2 })[0]).toBe('Due in 3h');
});

test('a clock at risk that ran out since the data was loaded is due now; one without a due time is at risk', () => {
  expect(verdict({ resolution: 'at_risk', due: -0.1 })[0]).toBe('Due now');
  expect(verdict({ resolution: 'at_risk' })[0]).toBe('At risk');
});

test.each([
  ['pending', 'On track'],
  ['paused', 'Paused'],
  ['met', 'Met'],
] as const)('%s with a reply in time is %s', (resolution, label) => {
  expect(verdict({ resolution })[0]).toBe(label);
});

test('no target on either clock is no verdict', () => {
  expect(verdict({ first: 'not_applicable', resolution: 'not_applicable' })[0]).toBe('No target');
});
