import type { ConnectorFixture } from '../../../testing/connector-contract/connector-fixture.js';
import { randomStories } from '../../../simulators/shared/random-stories.js';
import { createSimulatedAccount } from '../../../simulators/shared/simulated-account.js';
import { createSimulatedClock } from '../../../simulators/shared/simulated-clock.js';
import type { TicketStory } from '../../../simulators/shared/ticket-story.js';
import {
  createSimulatedSalesforce,
  type SimulatedSalesforceOptions,
} from '../../../simulators/salesforce/simulated-salesforce.js';
import { createSalesforceConnector, type SalesforceConnectorOptions } from '../salesforce-connector.js';

export const NOW = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;

interface OrgOptions {
  stories?: readonly TicketStory[];
  vendor?: Partial<SimulatedSalesforceOptions>;
  connector?: Partial<SalesforceConnectorOptions>;
}

/** Sixty tickets of the last days. */
export const someStories = (count = 60): TicketStory[] =>
  randomStories({ count, seed: 7, from: NOW - 30 * DAY, to: NOW - DAY });

/** A simulated organization and what connects to it. */
export const createOrg = ({ stories = someStories(), vendor: extras, connector }: OrgOptions = {}) => {
  const clock = createSimulatedClock(NOW);
  const account = createSimulatedAccount({ now: NOW, stories });
  const vendor = createSimulatedSalesforce({ account, clock, batch_size: 20, ...extras });
  const { settings, credentials, fetch } = vendor;
  const connect = (more: Partial<SalesforceConnectorOptions> = {}) =>
    createSalesforceConnector({ ...settings, credentials, fetch, clock, ...connector, ...more });
  return { vendor, account, clock, connect, connector: connect() };
};

/** Our id of a case. */
export const idOfCase = (caseId: string): string => `salesforce:acme:${caseId}`;

/** What the contract is tested with. */
export const createSalesforceFixture = (options?: OrgOptions): ConnectorFixture => {
  const { vendor, account, clock, connector } = createOrg(options);
  const standing = () => account.byChange().filter(({ removed }) => removed === null);
  const ticketIdOf = (number: number) => idOfCase(vendor.caseId(number));
  const one = () => standing().find(({ status }) => status === 'open')?.number ?? 1;
  const later = () => {
    clock.advance(60_000);
    account.advanceTo(clock.now());
  };
  const change = (number: number, fields: Parameters<typeof account.change>[1]): string => {
    later();
    account.change(number, fields);
    later();
    return ticketIdOf(number);
  };
  return {
    connector,
    clock,
    ticketIds: () => standing().map(({ number }) => ticketIdOf(number)),
    changeOne: () => change(one(), { subject: 'changed' }),
    deleteOne: () => change(one(), { removed: 'deleted' }),
    rateOne: () => change(one(), { rating: { score: 5, comment: null } }),
    breachOne: () => change(one(), { priority: 'urgent' }),
    breakOne: () => {
      const number = one();
      vendor.alter(vendor.caseId(number), number, { CreatedDate: 'yesterday' });
      return { ticket_id: ticketIdOf(number), field: 'CreatedDate' };
    },
    setUnknownStatus: () => {
      const number = one();
      vendor.alter(vendor.caseId(number), number, { Status: 'Frobnicating' });
      return { ticket_id: ticketIdOf(number), raw_status: 'Frobnicating' };
    },
    limitRate: (seconds) => vendor.refuseFor(seconds),
    requestCount: () => vendor.requests.length,
  };
};
