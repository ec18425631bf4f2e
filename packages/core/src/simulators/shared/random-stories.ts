import { createChance, type Chance } from './chance.js';
import type { SimulatedCompany, SimulatedPerson, StoryChange, TicketStory } from './ticket-story.js';

const HOUR = 3_600_000;

/** What random tickets are made of. */
export interface RandomStoriesOptions {
  count: number;
  /** Any whole number; the same one gives the same tickets. */
  seed: number;
  /** When the first is opened, and when the last may be; milliseconds since the epoch. */
  from: number;
  to: number;
  /** Number of the first ticket. @default 1 */
  first_number?: number;
}

const companies = (count: number): SimulatedCompany[] =>
  Array.from({ length: count }, (_, index) => ({
    id: 500 + index,
    name: `Company ${index + 1}`,
    domain: `company-${index + 1}.example`,
    external_id: index % 3 === 0 ? `cust_${index + 1}` : null,
  }));

/** The companies whose people open random tickets. */
export const RANDOM_COMPANIES: readonly SimulatedCompany[] = companies(40);

const requesterOf = (chance: Chance): SimulatedPerson => {
  const company = RANDOM_COMPANIES[chance.below(RANDOM_COMPANIES.length)] ?? null;
  const index = chance.below(9);
  const id = 7000 + (company?.id ?? 0) * 10 + index;
  // Every ninth person wrote from a phone.
  return { id, name: `Person ${id}`, email: index === 8 ? null : `person-${id}@${company?.domain}`, company };
};

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

const lifeOf = (chance: Chance, created: number): StoryChange[] => {
  const changes: StoryChange[] = [];
  let at = created;
  const later = (hours: number): number => (at = wholeSecond(at + Math.max(60_000, hours * HOUR * chance.next())));
  if (chance.next() < 0.9) changes.push({ at: later(10), status: 'open', replied: true });
  if (chance.next() < 0.1)
    changes.push({ at: later(5), escalated: true, priority: 'urgent', escalation_reason: 'asked for a manager' });
  if (chance.next() < 0.3) changes.push({ at: later(20), status: chance.oneOf(['pending', 'hold']) });
  if (chance.next() < 0.8) {
    changes.push({ at: later(60), status: 'solved' });
    if (chance.next() < 0.1) changes.push({ at: later(30), status: 'open' }, { at: later(30), status: 'solved' });
    if (chance.next() < 0.3) {
      const score = 1 + chance.below(5);
      changes.push({
        at: later(48),
        rating: { score, comment: chance.next() < 0.5 ? 'as told by the customer' : null },
      });
    }
    if (chance.next() < 0.7) changes.push({ at: wholeSecond(at + 96 * HOUR), status: 'closed' });
  }
  if (chance.next() < 0.02) changes.push({ at: later(100), removed: chance.oneOf(['deleted', 'spam']) });
  return changes;
};

/**
 * Makes tickets of every kind: open and closed, reopened, escalated, rated, deleted, without priority, without e-mail
 * address. What lies after the account's now happens while it is read.
 *
 * @example
 * createSimulatedAccount({ now, stories: randomStories({ count: 20_000, seed: 1, from, to: now }) });
 */
export const randomStories = ({ count, seed, from, to, first_number = 1 }: RandomStoriesOptions): TicketStory[] => {
  const chance = createChance(seed);
  return Array.from({ length: count }, (_, index) => {
    const created_at = wholeSecond(from + ((to - from) * index) / count);
    return {
      number: first_number + index,
      subject: `Ticket ${first_number + index}`,
      topic: chance.oneOf(['question', 'incident', 'problem', 'task']),
      priority: chance.oneOf(['low', 'normal', 'normal', 'high', 'urgent', null]),
      tags: chance.next() < 0.2 ? ['vip'] : [],
      requester: requesterOf(chance),
      assignee: chance.next() < 0.9 ? `Agent ${1 + chance.below(12)}` : null,
      created_at,
      changes: lifeOf(chance, created_at),
    };
  });
};

/**
 * Changes that a bulk action makes: many tickets in one and the same second, more than a page holds.
 *
 * @param at - milliseconds since the epoch
 */
export const bulkChange = (stories: readonly TicketStory[], at: number, tag: string): TicketStory[] =>
  stories.map((story) => ({
    ...story,
    changes: [...story.changes, { at, tags: [...(story.tags ?? []), tag] }].sort((a, b) => a.at - b.at),
  }));
