import { createSimulatedAccount } from '../../../simulators/shared/simulated-account.js';
import { createSimulatedClock } from '../../../simulators/shared/simulated-clock.js';
import { randomStories } from '../../../simulators/shared/random-stories.js';
import type { TicketStory } from '../../../simulators/shared/ticket-story.js';
import {
  createSimulatedFreshdesk,
  type SimulatedFreshdesk,
  type SimulatedFreshdeskOptions,
} from '../../../simulators/freshdesk/simulated-freshdesk.js';
import type { Connector } from '../../connector.js';
import { createFreshdeskConnector } from '../freshdesk-connector.js';
import type { FreshdeskSettings } from '../freshdesk-options.js';

export const DAY = 24 * 3_600_000;

/** When the tests' accounts are looked at. */
export const NOW = Date.UTC(2026, 10, 23, 9);

/** Tickets of the two months before `NOW`. */
export const recentStories = (count: number): TicketStory[] =>
  randomStories({ count, seed: 7, from: NOW - 60 * DAY, to: NOW - DAY });

/** An account of some tickets. */
export const freshdeskAccount = (
  stories: readonly TicketStory[],
  options: Partial<SimulatedFreshdeskOptions> & { now?: number } = {},
): SimulatedFreshdesk => {
  const { now = NOW, ...rest } = options;
  return createSimulatedFreshdesk({
    account: createSimulatedAccount({ now, stories }),
    clock: createSimulatedClock(now),
    ...rest,
  });
};

/** A connector of an account, as a process makes it when it starts. */
export const connectorOf = (
  { settings, credentials, fetch, clock }: SimulatedFreshdesk,
  more: Partial<FreshdeskSettings> = {},
): Connector => createFreshdeskConnector({ ...settings, ...more, credentials, fetch, clock });
