import type * as z from 'zod';
import { expect, it } from 'vitest';
import { customersRoute } from './customers-route.js';
import { healthScoresRoute } from './health-scores-route.js';

const pathsOf = ({ error }: { error?: z.ZodError }) => error?.issues.map(({ path }) => path.join('.'));

it('a customer that comes twice is refused where it comes again', () => {
  const acme = { customer_id: 'acme', name: 'Acme', csm_id: null };
  const globex = { ...acme, customer_id: 'globex' };
  expect(customersRoute.body.safeParse({ customers: [acme, globex] }).success).toBe(true);
  expect(pathsOf(customersRoute.body.safeParse({ customers: [acme, globex, acme, acme] }))).toEqual([
    'customers.2.customer_id',
    'customers.3.customer_id',
  ]);
});

it('a customer has one score at a moment, however the moment is written', () => {
  const score = (at?: string, customer_id = 'acme') => ({ customer_id, health_score: 5, ...(at && { at }) });
  const check = (...health_scores: object[]) => pathsOf(healthScoresRoute.body.safeParse({ health_scores }));
  const [morning, again] = ['2026-11-23T06:00:00Z', '2026-11-23T06:00:00.000Z'];
  expect(check(score(), score(morning), score(morning, 'globex'))).toBeUndefined();
  expect(check(score(morning), score(again))).toEqual(['health_scores.1.at']);
  expect(check(score(), score())).toEqual(['health_scores.1.at']);
});
