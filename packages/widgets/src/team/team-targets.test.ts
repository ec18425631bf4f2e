import { expect, test } from 'vitest';
import { teamTarget } from './team-targets.js';

test('numbers of customers lead to the CSM, also to those without one; of the whole team they lead nowhere', () => {
  expect(teamTarget('customers', 'dana', 'this_month')).toEqual({ type: 'csm', csm_id: 'dana' });
  expect(teamTarget('attention', null, 'this_month')).toEqual({ type: 'csm', csm_id: null });
  expect(teamTarget('attention', undefined, 'this_month')).toBeUndefined();
});

test('numbers of tickets lead to tickets, those of the period with it', () => {
  expect(teamTarget('open', 'dana', 'this_month')).not.toHaveProperty('period');
  expect(teamTarget('csat', 'dana', '2026-W47')).toMatchObject({ csm_id: 'dana', period: '2026-W47' });
  expect(teamTarget('csat', 'dana', undefined)).toBeUndefined();
});

test('tickets of customers without a CSM cannot be asked for', () => {
  expect(teamTarget('open', null, 'this_month')).toBeUndefined();
});
