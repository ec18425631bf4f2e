import { createSimulatedAccount } from '../../../simulators/shared/simulated-account.js';
import { createSimulatedClock } from '../../../simulators/shared/simulated-clock.js';
import type { TicketStory } from '../../../simulators/shared/ticket-story.js';
import { createSimulatedZendesk, type SimulatedZendeskOptions } from '../../../simulators/zendesk/simulated-zendesk.js';
import { createZendeskConnector } from '../zendesk-connector.js';
import type { ZendeskConnectorOptions } from '../zendesk-options.js';

/** When the account's story goes on, in milliseconds since the epoch. */
export const NOW = Date.UTC(2026, 2, 10, 12);

/** A ticket that nothing happened to, opened so many hours ago. */
export const quietTicket = (number: number, hoursAgo: number, more: Partial<TicketStory> = {}): TicketStory => ({
  number,
  subject: `Ticket ${number}`,
  topic: 'question',
  priority: 'normal',
  requester: { id: 7001, name: 'Ada', email: 'ada@acme.example', company: null },
  assignee: null,
  created_at: NOW - hoursAgo * 3_600_000,
  changes: [],
  ...more,
});

/** A simulated account, and a connector for it. */
export const createZendeskAccount = (
  stories: readonly TicketStory[],
  {
    connection,
    ...simulated
  }: Partial<SimulatedZendeskOptions> & { connection?: Partial<ZendeskConnectorOptions> } = {},
) => {
  const account = createSimulatedAccount({ now: NOW, stories });
  const clock = createSimulatedClock(NOW);
  const zendesk = createSimulatedZendesk({ account, clock, ...simulated });
  const { settings, credentials, fetch } = zendesk;
  const connect = (more: Partial<ZendeskConnectorOptions> = {}) =>
    createZendeskConnector({ ...settings, credentials, fetch, clock, ...connection, ...more });
  return { account, clock, zendesk, connect, connector: connect() };
};
