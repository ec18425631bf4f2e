import { describe, expect, test } from 'vitest';
import {
  bulkChange,
  createFaults,
  createSimulatedAccount,
  createSimulatedClock,
  randomStories,
} from '../../simulators/index.js';
import { createSimulatedIntercom } from '../../simulators/intercom/simulated-intercom.js';
import type { IntercomKind } from '../../simulators/intercom/intercom-ids.js';
import type { ConnectorFixture } from '../../testing/connector-contract/connector-fixture.js';
import { collect } from '../../testing/connector-contract/collect.js';
import { describeConnectorContract } from '../../testing/connector-contract/describe-connector-contract.js';
import { differences, keepInStep } from '../__fixtures__/keep-in-step.js';
import { createIntercomConnector } from './intercom-connector.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 7, 20, 10);

const anyKind = (number: number): IntercomKind => {
  if (number % 8 === 0) return 'converted';
  if (number % 200 === 4) return 'ticket';
  if (number % 50 === 7) return 'back_office';
  return number % 50 === 9 ? 'outbound' : 'conversation';
};

const createFixture = async (): Promise<ConnectorFixture> => {
  const clock = createSimulatedClock(NOW);
  const stories = randomStories({ count: 400, seed: 5, from: NOW - 100 * DAY, to: NOW - 10 * DAY }).map((story) => ({
    ...story,
    changes: story.changes.filter(({ at }) => at < NOW),
  }));
  const account = createSimulatedAccount({ now: NOW, stories });
  const vendor = createSimulatedIntercom({ account, clock, kindOf: anyKind });
  const { truth } = vendor;
  const idOf = (number: number): string => `intercom:sim1:${vendor.externalId(number)}`;
  const signed = await vendor.notification('conversation.user.replied', 1);
  const body = await signed.clone().text();
  const standing = (): number[] =>
    account
      .byChange()
      .filter((ticket) => truth(ticket).expected !== null && vendor.office.kindOf(ticket.number) === 'conversation')
      .map(({ number }) => number);
  const pick = (): number => standing()[3] ?? 0;
  const later = (): void => {
    clock.advance(60_000);
    account.advanceTo(clock.now());
  };
  const { settings, credentials, fetch } = vendor;
  return {
    connector: createIntercomConnector({ ...settings, credentials, fetch, clock }),
    clock,
    ticketIds: () => account.byChange().flatMap((ticket) => (truth(ticket).expected ? [truth(ticket).ticket_id] : [])),
    changeOne: () => {
      const number = pick();
      later();
      account.change(number, { tags: ['changed'] });
      return idOf(number);
    },
    breakOne: () => {
      const number = pick();
      vendor.office.distortions.set(number, { conversation: { created_at: 'soon' } });
      return { ticket_id: idOf(number), field: 'created_at' };
    },
    setUnknownStatus: () => {
      const number = pick();
      vendor.office.distortions.set(number, { conversation: { state: 'limbo' } });
      return { ticket_id: idOf(number), raw_status: 'limbo' };
    },
    limitRate: (seconds) => vendor.office.windows.refuseFor(seconds),
    requestCount: () => vendor.requests.length,
    deleteOne: () => {
      const number = pick();
      later();
      account.change(number, { removed: 'deleted' });
      return idOf(number);
    },
    rateOne: () => {
      const number = pick();
      later();
      account.change(number, { rating: { score: 5, comment: null } });
      return idOf(number);
    },
    breachOne: () => {
      const number = pick();
      vendor.office.distortions.set(number, {
        conversation: { sla_applied: { type: 'conversation_sla_summary', sla_name: 'Gold', sla_status: 'missed' } },
      });
      return idOf(number);
    },
    webhook: () => ({
      signed: () => signed.clone(),
      forged: () => new Request(signed.url, { method: 'POST', headers: signed.headers, body: `${body} ` }),
    }),
  };
};

describe('Intercom keeps the contract', () => {
  describeConnectorContract({ test, createFixture });
});

const manyTickets = (rate: number) => {
  const clock = createSimulatedClock(NOW);
  const stories = randomStories({ count: 20_000, seed: 11, from: NOW - 200 * DAY, to: NOW + 3_600_000 });
  const bulk = new Set(stories.slice(4000, 4700));
  const account = createSimulatedAccount({
    now: NOW,
    stories: stories.flatMap((story) => (bulk.has(story) ? bulkChange([story], NOW - 3_600_000, 'bulk') : [story])),
  });
  const vendor = createSimulatedIntercom({ account, clock, kindOf: anyKind, faults: createFaults({ rate, seed: 3 }) });
  const { settings, credentials, fetch } = vendor;
  return { vendor, createConnector: () => createIntercomConnector({ ...settings, credentials, fetch, clock }) };
};

describe('20,000 tickets', () => {
  test('are all known in the end, under faults, stops and changes during the walk', { timeout: 60_000 }, async () => {
    const { vendor, createConnector } = manyTickets(0.05);
    const until = NOW + 2 * 3_600_000;
    const known = await keepInStep({ vendor, createConnector, until, pause_ms: 20 * 60_000, seed: 2 });
    expect(differences(known, vendor.account, vendor.truth).slice(0, 10)).toEqual([]);
  });

  test('are read again only where they changed', { timeout: 60_000 }, async () => {
    const { vendor, createConnector } = manyTickets(0);
    const known = await collect(createConnector());
    const first = vendor.requests.length;
    expect(first).toBeLessThan(1200);
    vendor.clock.advance(30 * 60_000);
    vendor.account.advanceTo(vendor.clock.now());
    const before = vendor.account.now() - 31 * 60_000;
    const changed = vendor.account.byChange().filter(({ updated_at }) => updated_at >= before).length;
    let tickets = 0;
    for await (const page of createConnector().pullTickets({ cursor: known.cursor })) tickets += page.tickets.length;
    expect(tickets).toBeLessThanOrEqual(2 * changed + 10);
    expect(vendor.requests.length - first).toBeLessThan(30);
  });
});
