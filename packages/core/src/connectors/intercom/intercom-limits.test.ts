import { describe, expect, test } from 'vitest';
import { collect } from '../../testing/connector-contract/collect.js';
import { readIntercomFailure } from './intercom-errors.js';
import { createWorkspace, NOW, storyOf } from './__fixtures__/simulated-workspace.js';

describe('rate limits (1.7; 7.5)', () => {
  test('a 429 whose window ends in 7 s waits about 7 s, not exponential minutes', async () => {
    const { connect, vendor, clock } = createWorkspace([storyOf(1)]);
    vendor.office.windows.refuseFor(7);
    const known = await collect(connect());
    expect(known.tickets.size).toBe(1);
    expect(clock.waited()).toBeGreaterThanOrEqual(7000);
    expect(clock.waited()).toBeLessThan(8000);
  });

  test('a reset that is missing, in the past or no number is not believed', () => {
    const failure = (headers: Record<string, string>) =>
      readIntercomFailure({ status: 429, headers: new Headers(headers), body: {} }, NOW).retry_after_ms;
    expect(failure({})).toBeUndefined();
    expect(failure({ 'x-ratelimit-reset': String(NOW / 1000 - 5) })).toBeUndefined();
    expect(failure({ 'x-ratelimit-reset': 'soon' })).toBeUndefined();
    expect(failure({ 'x-ratelimit-reset': String(NOW / 1000 + 7) })).toBe(7250);
  });

  test('near the end of a window the connector waits for the next, and is never refused', async () => {
    const stories = Array.from({ length: 1500 }, (_, index) => storyOf(index + 1));
    const { connect, vendor, clock } = createWorkspace(stories, { rate_limit: { per_window: 5 } });
    let refused = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await vendor.fetch(input, init);
      if (response.status === 429) refused += 1;
      return response;
    };
    const known = await collect(connect({ fetch }));
    expect(known.tickets.size).toBe(1500);
    expect(refused).toBe(0);
    expect(clock.waited()).toBeGreaterThan(20_000);
  });

  test('answers without rate headers are taken as they are', async () => {
    const { connect, clock } = createWorkspace([storyOf(1)]);
    await collect(connect());
    expect(clock.waited()).toBe(0);
  });
});

test('a 200 with an empty body is asked again (tap-intercom 2.0.2)', async () => {
  const { connect, vendor } = createWorkspace([storyOf(1)]);
  vendor.office.emptyBodies = 2;
  expect((await collect(connect())).tickets.size).toBe(1);
});

test('an error names the code of Intercom, and nothing else of the answer', () => {
  const read = (status: number, body: unknown) => readIntercomFailure({ status, headers: new Headers(), body }, NOW);
  const errors = (code: string) => ({
    type: 'error.list',
    errors: [{ code, message: 'secret of ana@globex.example' }],
  });
  expect(read(403, errors('api_plan_restricted'))).toEqual({
    code: 'connector_forbidden',
    vendor_code: 'api_plan_restricted',
  });
  expect(read(400, errors('Ana Ruiz <ana@globex.example>'))).toEqual({ code: undefined, vendor_code: undefined });
  expect(read(400, errors('constructor')).code).toBeUndefined();
  for (const body of ['<html>', null, { errors: 'none' }, { errors: [null] }]) {
    expect(read(500, body).vendor_code).toBeUndefined();
  }
});
