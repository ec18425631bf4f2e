import { describe, test } from 'vitest';
import { createSimulatedAccount } from '../../simulators/shared/simulated-account.js';
import { createSimulatedClock } from '../../simulators/shared/simulated-clock.js';
import type { SimulatedTicket } from '../../simulators/shared/simulated-ticket.js';
import { randomStories } from '../../simulators/shared/random-stories.js';
import { createSimulatedZendesk } from '../../simulators/zendesk/simulated-zendesk.js';
import { describeConnectorContract } from '../../testing/connector-contract/describe-connector-contract.js';
import type { ConnectorFixture } from '../../testing/connector-contract/connector-fixture.js';
import { createZendeskConnector } from './zendesk-connector.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 4, 1);

const createFixture = async (): Promise<ConnectorFixture> => {
  const now = START + 60 * DAY;
  const clock = createSimulatedClock(now);
  const stories = randomStories({ count: 130, seed: 7, from: START, to: START + 30 * DAY });
  const account = createSimulatedAccount({ now, stories });
  const zendesk = createSimulatedZendesk({ account, clock, page_rows: 40 });
  const { settings, credentials, fetch } = zendesk;
  const connector = createZendeskConnector({ ...settings, credentials, fetch, clock });
  const standing = (): SimulatedTicket[] => account.byChange().filter(({ removed }) => removed === null);
  const idOf = ({ number }: SimulatedTicket): string => `zendesk:acme:${number}`;
  const pick = (wanted: (ticket: SimulatedTicket) => boolean): SimulatedTicket => {
    const ticket = standing().find(wanted);
    if (!ticket) throw new Error('the account has no such ticket');
    return ticket;
  };
  /** The export leaves out the last minute. */
  const later = (): void => clock.advance(120_000);
  const change = (ticket: SimulatedTicket, to: Parameters<typeof account.change>[1]): string => {
    later();
    account.advanceTo(clock.now());
    account.change(ticket.number, to);
    later();
    return idOf(ticket);
  };
  const { number } = pick(({ status }) => status === 'open');
  const delivery = await zendesk.webhook(number);
  const body = await delivery.clone().text();
  return {
    connector,
    clock,
    ticketIds: () => standing().map(idOf),
    changeOne: () =>
      change(
        pick(() => true),
        { tags: ['changed'] },
      ),
    breakOne: () => {
      const ticket = pick(() => true);
      zendesk.edit(ticket.number, { created_at: 'yesterday' });
      return { ticket_id: idOf(ticket), field: 'created_at' };
    },
    setUnknownStatus: () => {
      const ticket = pick(() => true);
      zendesk.edit(ticket.number, { status: 'on_fire', custom_status_id: null });
      return { ticket_id: idOf(ticket), raw_status: 'on_fire' };
    },
    limitRate: (seconds) => zendesk.limitRate(seconds),
    requestCount: () => zendesk.requests.length,
    deleteOne: () =>
      change(
        pick(() => true),
        { removed: 'deleted' },
      ),
    rateOne: () =>
      change(
        pick(({ ratings, status }) => ratings.length === 0 && status === 'solved'),
        { rating: { score: 5, comment: null } },
      ),
    breachOne: () =>
      idOf(
        pick(
          ({ priority, solved_at, created_at }) =>
            priority !== null && solved_at === null && created_at < now - 9 * DAY,
        ),
      ),
    webhook: () => ({
      signed: () => delivery.clone(),
      forged: () => new Request(delivery.clone(), { method: 'POST', body: body.replace('SOLVED', 'CLOSED') }),
    }),
  };
};

describe('Zendesk keeps the contract of connectors', () => {
  describeConnectorContract({ test, createFixture });
});
