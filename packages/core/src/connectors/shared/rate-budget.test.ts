import { expect, test } from 'vitest';
import { createSimulatedClock } from '../../simulators/shared/simulated-clock.js';
import { createRateBudget } from './rate-budget.js';

const setUp = () => createSimulatedClock(1_000_000);

test('of ten a minute, two stay for others: the ninth waits until the first is a minute old', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock, requests: 10 });
  for (let request = 0; request < 8; request += 1) {
    await budget.take();
    clock.advance(1000);
  }
  expect(clock.waited()).toBe(0);
  await budget.take();
  expect(clock.waited()).toBe(52_000);
});

test('in no window of a minute are there more than allowed, however they come', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock, requests: 5, reserve: 0 });
  const times: number[] = [];
  for (let request = 0; request < 40; request += 1) {
    await budget.take();
    times.push(clock.now());
    clock.advance((request * 7919) % 25_000);
  }
  const distances = times.slice(5).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(60_000);
  expect(clock.waited()).toBeGreaterThan(0);
});

test('several who ask at the same time take one each', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock, requests: 5, reserve: 0 });
  await Promise.all(Array.from({ length: 5 }, () => budget.take()));
  expect(clock.waited()).toBe(0);
  await budget.take();
  expect(clock.waited()).toBe(60_000);
});

test('a limit of one is still one, whatever the reserve', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock, requests: 1, window_ms: 10_000 });
  await budget.take();
  await budget.take();
  expect(clock.waited()).toBe(10_000);
});

test('without a stated limit only what the answers tell counts', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock });
  for (let request = 0; request < 1000; request += 1) await budget.take();
  budget.learn({ limit: 100, remaining: 21, resets_at: clock.now() + 30_000 });
  await budget.take();
  expect(clock.waited()).toBe(0);
  budget.learn({ limit: 100, remaining: 20, resets_at: clock.now() + 30_000 });
  await budget.take();
  expect(clock.waited()).toBe(30_000);
});

test('a vendor that does not say when the count starts anew is given a whole window', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock, window_ms: 45_000 });
  budget.learn({ limit: 100, remaining: 0 });
  await budget.take();
  expect(clock.waited()).toBe(45_000);
});

test('readings that say nothing are passed over, and an earlier reset shortens no pause', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock });
  budget.learn({ limit: Number.NaN, remaining: 0 });
  budget.learn({ limit: 0, remaining: 0 });
  budget.learn({ limit: 100, remaining: Number.NaN });
  await budget.take();
  expect(clock.waited()).toBe(0);
  budget.learn({ limit: 100, remaining: 0, resets_at: clock.now() + 20_000 });
  budget.learn({ limit: 100, remaining: 0, resets_at: clock.now() + 10_000 });
  await budget.take();
  expect(clock.waited()).toBe(20_000);
});

test('an abort ends the wait and takes nothing', async () => {
  const clock = setUp();
  const budget = createRateBudget({ clock, requests: 1 });
  await budget.take();
  const reason = new Error('enough');
  await expect(budget.take(AbortSignal.abort(reason))).rejects.toBe(reason);
  await budget.take();
  expect(clock.waited()).toBe(60_000);
});
