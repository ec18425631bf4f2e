import { expect, test } from 'vitest';
import { createFaults } from '../../simulators/shared/faults.js';
import { bulkChange, randomStories } from '../../simulators/shared/random-stories.js';
import { collect } from '../../testing/connector-contract/collect.js';
import { differences, keepInStep } from '../__fixtures__/keep-in-step.js';
import { createOrg, NOW } from './__fixtures__/salesforce-fixture.js';

const HOUR = 3_600_000;
/** On a busy machine. */
const PATIENCE = 120_000;

const churn = (count: number) => {
  const stories = randomStories({ count, seed: 11, from: NOW - 60 * 24 * HOUR, to: NOW });
  // One action stamps more cases than a batch holds, in the middle of the walk.
  return [...bulkChange(stories.slice(0, count / 4), NOW + 20_000, 'campaign'), ...stories.slice(count / 4)];
};

const inStep = async (count: number, bulk_threshold: number) => {
  const { vendor, connect } = createOrg({
    stories: churn(count),
    vendor: { batch_size: 2000, faults: createFaults({ rate: 0.05, seed: 3 }), request_ms: 400 },
    connector: { bulk_threshold },
  });
  const until = NOW + 2 * HOUR;
  const known = await keepInStep({ vendor, createConnector: () => connect(), until, pause_ms: HOUR / 2, seed: 5 });
  return { vendor, connect, known, wrong: differences(known, vendor.account, vendor.truth) };
};

test(
  '20,000 cases that change while they are read, with faults and stops: none lost, none wrong',
  { timeout: PATIENCE },
  async () => {
    const { vendor, connect, known, wrong } = await inStep(20_000, 1_000_000);
    expect(wrong).toEqual([]);

    const requests = vendor.requests.length;
    const start = vendor.clock.now();
    vendor.clock.advance(HOUR);
    vendor.account.advanceTo(vendor.clock.now());
    const changed = vendor.account.byChange().filter(({ updated_at }) => updated_at > start - 15 * 60_000).length;
    let read = 0;
    for await (const page of connect().pullTickets({ cursor: known.cursor })) read += page.tickets.length;
    expect(vendor.requests.length - requests).toBeLessThan(40);
    expect(read).toBeLessThan(3 * changed + 100);
  },
);

test('8,000 the same way through a bulk job', { timeout: PATIENCE }, async () => {
  const { vendor, wrong } = await inStep(8000, 5000);
  expect(wrong).toEqual([]);
  expect(vendor.requests.filter((request) => request.endsWith('/results')).length).toBeGreaterThan(3);
});

test('3,000 cases with one stamp are walked through without loss or circle', async () => {
  const stories = randomStories({ count: 3000, seed: 2, from: NOW - 9 * HOUR, to: NOW - 5 * HOUR });
  const { vendor, connector } = createOrg({
    stories: stories.map((story) => ({ ...story, changes: [{ at: NOW - HOUR, tags: ['moved'] }] })),
    vendor: { batch_size: 180 },
  });
  vendor.slowDown(300);
  const { tickets } = await collect(connector);
  expect(tickets.size).toBe(3000);
});
