import type { IntercomKind } from '../../../simulators/intercom/intercom-ids.js';
import {
  createSimulatedIntercom,
  type SimulatedIntercomOptions,
} from '../../../simulators/intercom/simulated-intercom.js';
import { createSimulatedAccount } from '../../../simulators/shared/simulated-account.js';
import { createSimulatedClock } from '../../../simulators/shared/simulated-clock.js';
import type { SimulatedPerson, TicketStory } from '../../../simulators/shared/ticket-story.js';
import { createIntercomConnector } from '../intercom-connector.js';
import type { IntercomConnectorOptions } from '../intercom-options.js';

/** The moment at which simulated workspaces begin to be read. */
export const NOW = Date.UTC(2026, 7, 20, 10);

const ANA: SimulatedPerson = {
  id: 118,
  name: 'Ana Ruiz',
  email: 'ana@globex.example',
  company: { id: 1, name: 'Globex', domain: 'globex.example', external_id: 'cust_42' },
};

/** A ticket that was opened an hour before, unless told otherwise. */
export const storyOf = (number: number, story: Partial<TicketStory> = {}): TicketStory => ({
  number,
  subject: `Ticket ${number}`,
  topic: 'question',
  priority: 'normal',
  requester: ANA,
  assignee: 'Lee',
  created_at: NOW - 3_600_000,
  changes: [],
  ...story,
});

/** A small workspace, what was posted to it, and connectors to it. */
export const createWorkspace = (
  stories: readonly TicketStory[],
  { kind = 'conversation', ...options }: Partial<SimulatedIntercomOptions> & { kind?: IntercomKind } = {},
) => {
  const clock = createSimulatedClock(NOW);
  const account = createSimulatedAccount({ now: NOW, stories });
  const vendor = createSimulatedIntercom({ account, clock, kindOf: () => kind, ...options });
  const posted: { url: string; headers: Headers; body: Record<string, unknown> }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') {
      const body = (await request.clone().json()) as Record<string, unknown>;
      posted.push({ url: request.url, headers: request.headers, body });
    }
    return vendor.fetch(request);
  };
  const connect = (settings: Partial<IntercomConnectorOptions> = {}) =>
    createIntercomConnector({ ...vendor.settings, credentials: vendor.credentials, fetch, clock, ...settings });
  return { clock, account, vendor, posted, connect };
};
