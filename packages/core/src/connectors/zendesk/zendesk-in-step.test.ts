import { describe, expect, test } from 'vitest';
import type { TicketEvent } from '../../model/ticket-event.js';
import { instantOf } from '../../time/instant.js';
import { createFaults } from '../../simulators/shared/faults.js';
import { bulkChange, randomStories } from '../../simulators/shared/random-stories.js';
import { createSimulatedAccount } from '../../simulators/shared/simulated-account.js';
import { createSimulatedClock } from '../../simulators/shared/simulated-clock.js';
import type { SimulatedTicket } from '../../simulators/shared/simulated-ticket.js';
import { simulatedSla } from '../../simulators/shared/simulated-sla.js';
import { createSimulatedZendesk } from '../../simulators/zendesk/simulated-zendesk.js';
import { collect, type Collected } from '../../testing/connector-contract/collect.js';
import { differences, keepInStep } from '../__fixtures__/keep-in-step.js';
import { createZendeskConnector } from './zendesk-connector.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** Breaches that differ from the account's: missing, not taken back, or at another time. */
const wrongBreaches = ({ events }: Collected, tickets: readonly SimulatedTicket[]): string[] => {
  const known = new Set(
    [...events.values()].flatMap((event) =>
      event.type === 'sla_breached' && !event.is_withdrawn ? [`${event.ticket_id} ${event.metric} ${event.at}`] : [],
    ),
  );
  const wrong = tickets.flatMap((ticket) => {
    if (ticket.priority === null || ticket.removed !== null) return [];
    return Object.entries(simulatedSla(ticket, 0)).flatMap(([metric, { due_at, fulfilled_at }]) => {
      const isMet = fulfilled_at !== null && fulfilled_at <= due_at;
      const isKnown = known.has(`zendesk:acme:${ticket.number} ${metric} ${instantOf(wholeSecond(due_at))}`);
      return isKnown === isMet ? [`${ticket.number} ${metric}`] : [];
    });
  });
  return wrong;
};

describe('20,000 tickets that change while they are read', () => {
  const now = START + 90 * DAY;
  const until = now + 28 * DAY;
  const stories = randomStories({ count: 20_000, seed: 11, from: START, to: now + 10 * DAY });
  // One bulk action in the middle of the walk, on more tickets than a page holds, and one before it.
  const changed = [
    ...bulkChange(stories.slice(0, 3000), now + 90_000, 'migrated'),
    ...bulkChange(stories.slice(3000, 5500), now - DAY, 'cleaned'),
    ...stories.slice(5500),
  ];
  const account = createSimulatedAccount({ now, stories: changed });
  const clock = createSimulatedClock(now);
  const faults = createFaults({ rate: 0.05, seed: 3 });
  const zendesk = createSimulatedZendesk({ account, clock, faults });
  const createConnector = () => {
    const { settings, credentials, fetch } = zendesk;
    return createZendeskConnector({ ...settings, credentials, fetch, clock });
  };

  test(
    'are all known in the end, none twice, and the next pull brings only what changed',
    { timeout: 90_000 },
    async () => {
      const known = await keepInStep({ vendor: zendesk, createConnector, until, pause_ms: 7 * DAY, seed: 5 });
      expect(differences(known, account, zendesk.truth)).toEqual([]);
      expect(wrongBreaches(known, account.byChange())).toEqual([]);
      const isRated = ({ type, ticket_id }: TicketEvent): boolean =>
        type === 'csat_received' && !known.removed.has(ticket_id);
      expect([...known.events.values()].filter(isRated)).toHaveLength(
        account.byChange().filter(({ ratings, removed }) => ratings.length > 0 && removed === null).length,
      );

      clock.advance(600_000);
      account.advanceTo(clock.now());
      for (const number of [1, 500, 19_999]) account.change(number, { tags: ['touched'], removed: null });
      clock.advance(120_000);
      const requests = zendesk.requests.length;
      const later = await collect(createConnector(), {
        ...known,
        tickets: new Map(),
        events: new Map(),
        removed: new Map(),
        pages: 0,
      });
      expect([...later.tickets.keys()].sort()).toEqual(['zendesk:acme:1', 'zendesk:acme:19999', 'zendesk:acme:500']);
      // One page of each of the four lists, and one more for each fault.
      expect(zendesk.requests.length - requests).toBeLessThanOrEqual(8);
    },
  );
});
