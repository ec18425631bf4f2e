import type { ConnectorClock } from '@cscx/support-core/connectors';
import { type ConnectorFixture, describeConnectorContract } from '@cscx/support-core/testing';
import { describe, expect, test } from 'vitest';
import { createDesklyConnector } from './deskly-connector.js';
import type { DesklyTicket } from './deskly-payload.js';
import { createDesklyServer } from './deskly-server.js';

const credentials = { api_key: 'key-1', webhook_secret: 'a secret of both' };

/** Waiting on it takes no time. */
const createClock = (): ConnectorClock => {
  let now = Date.UTC(2026, 10, 23, 9);
  return {
    now: () => now,
    async wait(ms, signal) {
      signal?.throwIfAborted();
      now += ms;
    },
  };
};

const createAccount = (apiKey = credentials.api_key) => {
  const server = createDesklyServer(credentials);
  const clock = createClock();
  let minutes = 0;
  const changeTicket = (id: number, change: Partial<DesklyTicket>): string => {
    minutes += 1;
    const opened_at = '2026-11-01T09:00:00.000Z';
    const ticket = { id, title: `Ticket ${id}`, state: 'new', opened_at, ...server.tickets.get(id), ...change };
    // Three tickets of each minute: a page ends in the midst of one.
    const changed_at = new Date(Date.UTC(2026, 10, 2) + Math.floor(minutes / 3) * 60_000).toISOString();
    server.tickets.set(id, { ...ticket, changed_at: change.changed_at ?? changed_at });
    return `deskly:acme:${id}`;
  };
  for (let id = 1; id <= 35; id += 1) changeTicket(id, {});
  minutes += 3;
  const connector = createDesklyConnector({
    instance: 'acme',
    credentials: { ...credentials, api_key: apiKey },
    fetch: server.fetch,
    clock,
  });
  return { server, clock, connector, changeTicket };
};

const createFixture = (): ConnectorFixture => {
  const { server, clock, connector, changeTicket } = createAccount();
  return {
    connector,
    clock,
    ticketIds: () =>
      [...server.tickets.values()].filter(({ is_deleted }) => !is_deleted).map(({ id }) => `deskly:acme:${id}`),
    changeOne: () => changeTicket(7, { state: 'working' }),
    breakOne: () => ({ ticket_id: changeTicket(8, { state: 5 as never }), field: 'state' }),
    setUnknownStatus: () => ({ ticket_id: changeTicket(9, { state: 'parked' }), raw_status: 'parked' }),
    limitRate: server.limitRate,
    requestCount: server.requestCount,
    deleteOne: () => changeTicket(10, { is_deleted: true }),
    rateOne: () => changeTicket(11, { state: 'done', stars: 5 }),
    webhook: () => ({ signed: () => server.webhook(12), forged: () => server.webhook(12, 'a guess') }),
  };
};

describe('Deskly keeps the connector contract', () => {
  describeConnectorContract({ test, createFixture });
});

test('a label escalates a ticket, with the rule as its reason', async () => {
  const { connector, changeTicket } = createAccount();
  changeTicket(1, { labels: ['escalated'], urgency: 'now', topic: 'billing' });
  const { tickets } = await connector.pullTicketsById(['1']);
  expect(tickets).toMatchObject([
    { is_escalated: true, escalation_reason: 'label "escalated"', priority: 'critical', category: 'billing' },
  ]);
});

test('a wrong key is a problem that says what to do', async () => {
  const { isUsable, problems } = await createAccount('another').connector.checkConnection();
  expect(isUsable).toBe(false);
  expect(problems[0]?.message).toContain('Make an API key under Settings > API');
});
