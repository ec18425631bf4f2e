import { beforeAll, describe, expect, test } from 'vitest';
import { type Life, liveThrough } from '../../bench/accuracy/live-through.ts';

const MINUTE_MS = 60_000;

/** Some hours of simulated time; `pnpm bench:accuracy` takes a day, and steps through it more finely. */
describe('four support systems whose tickets change and whose requests fail', () => {
  let life: Life;
  beforeAll(async () => {
    life = await liveThrough({ hours: 2, tickets: 40, seed: 1, faults: 0.05, step_s: 20 });
  }, 120_000);

  test('are stored exactly: every field, every event, nothing that is gone', () => {
    expect(life.wrong).toEqual([]);
    expect(life.tickets).toBeGreaterThan(100);
  });

  test('had changes of every kind, failures and restarts in between', () => {
    expect(new Set(life.seen.map(({ kind }) => kind))).toEqual(new Set(['opened', 'changed', 'rated', 'removed']));
    expect(life.failures).toBeGreaterThan(0);
    expect(life.restarts).toBeGreaterThan(1);
  });

  test('are never so far ahead of the store that it would have to say so', () => {
    expect(life.unseen).toEqual([]);
    const late = life.seen.filter(({ delay_ms }) => delay_ms > 15 * MINUTE_MS);
    expect(late.length).toBeLessThanOrEqual(life.seen.length / 100);
  });

  test('are in the store within five seconds where a webhook tells of a change, unless a request fails then', () => {
    const delays = life.seen.flatMap(({ after_webhook_ms }) => after_webhook_ms ?? []);
    expect(delays.filter((ms) => ms <= 5000).length).toBeGreaterThan(0.8 * delays.length);
  });
});

test('whatever a webhook tells is in the store within five seconds where no request fails', async () => {
  const { seen, wrong } = await liveThrough({ hours: 1, tickets: 40, seed: 2, faults: 0, step_s: 20 });
  const told = seen.filter(({ after_webhook_ms }) => after_webhook_ms !== null);
  const late = told.filter(({ after_webhook_ms }) => (after_webhook_ms ?? 0) > 5000);
  expect([late, wrong]).toEqual([[], []]);
  const kinds = new Set(told.map(({ desk, kind }) => `${desk} ${kind}`));
  expect(kinds.size).toBe(3 * 4);
}, 120_000);
