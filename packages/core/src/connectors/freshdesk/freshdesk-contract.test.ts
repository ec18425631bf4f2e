import { describe, test } from 'vitest';
import type { ConnectorFixture } from '../../testing/connector-contract/connector-fixture.js';
import { describeConnectorContract } from '../../testing/connector-contract/describe-connector-contract.js';
import { connectorOf, freshdeskAccount, recentStories } from './__fixtures__/freshdesk-account.js';

const idOf = (number: number): string => `freshdesk:acme:${number}`;

const createFixture = (): ConnectorFixture => {
  const vendor = freshdeskAccount(recentStories(250));
  const { account, clock } = vendor;
  const standing = (): number[] =>
    account
      .byChange()
      .filter(({ removed }) => removed === null)
      .map(({ number }) => number);
  const first = (): number => standing()[0] ?? 0;
  const later = (change: Parameters<typeof account.change>[1]): string => {
    const number = first();
    clock.advance(60_000);
    account.advanceTo(clock.now());
    account.change(number, change);
    return idOf(number);
  };
  return {
    connector: connectorOf(vendor),
    clock,
    ticketIds: () => standing().map(idOf),
    changeOne: () => later({ subject: 'Changed' }),
    breakOne: () => {
      vendor.patch(first(), { created_at: 'yesterday' });
      return { ticket_id: idOf(first()), field: 'created_at' };
    },
    setUnknownStatus: () => {
      vendor.patch(first(), { status: 12 });
      return { ticket_id: idOf(first()), raw_status: 'With Engineering' };
    },
    limitRate: (seconds) => {
      vendor.retryAfter(seconds);
      vendor.faults.next('rate_limited');
    },
    requestCount: () => vendor.requests.length,
    deleteOne: () => later({ removed: 'deleted' }),
    rateOne: () => later({ rating: { score: 5, comment: null } }),
    breachOne: () => {
      const ticket = account.byChange().find(({ status, removed }) => removed === null && status === 'open');
      return idOf(ticket?.number ?? 0);
    },
    webhook: () => ({ signed: () => vendor.webhook(1), forged: () => vendor.webhook(1, 'another-secret-of-16') }),
  };
};

describe('Freshdesk keeps the contract of connectors', () => {
  describeConnectorContract({ test, createFixture });
});
