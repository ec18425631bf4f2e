import { expect, test } from 'vitest';
import { createChance } from '../../simulators/shared/chance.js';
import { createFaults } from '../../simulators/shared/faults.js';
import { bulkChange, randomStories } from '../../simulators/shared/random-stories.js';
import type { TicketStory } from '../../simulators/shared/ticket-story.js';
import { collect, collectPage } from '../../testing/connector-contract/collect.js';
import { differences, keepInStep } from '../__fixtures__/keep-in-step.js';
import { connectorOf, DAY, freshdeskAccount, NOW } from './__fixtures__/freshdesk-account.js';

const MINUTE = 60_000;

/** Every fourth ticket, old ones too, is touched while the account is read for the first time, and leaves its place. */
const restless = (stories: readonly TicketStory[]): TicketStory[] => {
  const chance = createChance(13);
  return stories.map((story) => {
    if (chance.next() > 0.25) return story;
    const touched = { at: NOW + 1000 * chance.below(30 * 60), subject: `${story.subject}, touched` };
    return { ...story, changes: [...story.changes, touched].sort((a, b) => a.at - b.at) };
  });
};

const churning = (): TicketStory[] => {
  const stories = restless(randomStories({ count: 20_000, seed: 11, from: NOW - 400 * DAY, to: NOW }));
  // One bulk action long ago and one while the account is read, each over many pages.
  const longAgo = bulkChange(stories.slice(2000, 4550), NOW - 40 * DAY, 'moved');
  const meanwhile = bulkChange(stories.slice(9000, 11_120), NOW + MINUTE, 'renamed');
  return [...stories.slice(0, 2000), ...longAgo, ...stories.slice(4550, 9000), ...meanwhile, ...stories.slice(11_120)];
};

test('20,000 tickets that change while they are read are all known in the end, through faults and stops', async () => {
  const vendor = freshdeskAccount(churning(), { faults: createFaults({ rate: 0.05, seed: 3 }), request_ms: 700 });
  const known = await keepInStep({
    vendor,
    createConnector: () => connectorOf(vendor),
    until: NOW + 2 * DAY,
    pause_ms: 6 * 3_600_000,
    seed: 5,
  });
  expect(known.tickets.size).toBeGreaterThan(19_000);
  expect(differences(known, vendor.account, vendor.truth)).toEqual([]);
  const ratings = vendor.account.byChange().flatMap((ticket) => ticket.ratings);
  expect(known.events.size).toBe(ratings.length);
}, 120_000);

test('a second pull transfers only what changed', async () => {
  const vendor = freshdeskAccount(
    randomStories({ count: 20_000, seed: 11, from: NOW - 400 * DAY, to: NOW - 20 * DAY }),
  );
  const known = await collect(connectorOf(vendor));
  const requests = vendor.requests.length;
  vendor.clock.advance(3_600_000);
  vendor.account.advanceTo(vendor.clock.now());
  const before = vendor.clock.now() - 3_600_000;
  vendor.account.change(4711, { subject: 'Changed' });
  const lookback =
    Math.max(...[...known.tickets.values()].map((ticket) => Date.parse(ticket.source_updated_at))) - 600_000;
  const changed = vendor.account.byChange().filter(({ updated_at }) => updated_at >= Math.min(lookback, before));
  let transferred = 0;
  for await (const page of connectorOf(vendor).pullTickets({ cursor: known.cursor })) {
    transferred += page.tickets.length;
    collectPage(known, page);
  }
  expect(transferred).toBe(changed.filter(({ removed }) => removed === null).length);
  expect(vendor.requests.length - requests).toBeLessThan(40);
  expect(known.tickets.get('freshdesk:acme:4711')?.subject).toBe('Changed');
}, 60_000);
