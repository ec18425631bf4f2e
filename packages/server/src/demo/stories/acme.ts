import type { TicketPriority } from '@cscx/support-core';
import type { Chance } from '../create-chance.js';
import { demoCustomer } from '../demo-customers.js';
import { targetsOf } from '../demo-targets.js';
import type { Category } from '../demo-topics.js';
import { DAY_MS, HOUR_MS } from '../duration.js';
import { draftTicket, everydayTickets } from '../everyday-tickets.js';
import { finallySolvedAt } from '../ticket-course.js';
import type { TicketPlan } from '../ticket-plan.js';

/** Days in which Acme is unhappy: more than a month, so that a whole one shows it. */
const unhappyDays = 33;

type OpenRow = [days: number, priority: TicketPriority, isWaiting: boolean, category: Category, subject: string];

/** Acme's twelve open tickets, three of high priority and two of these past their target. */
const openRows: readonly OpenRow[] = [
  [0.12, 'high', false, 'Integration', 'Webhook deliveries return 401'],
  [0.4, 'medium', false, 'Performance', 'Dashboard takes 30 seconds to load'],
  [0.9, 'low', false, 'How-to', 'How do I share a report with a partner?'],
  [1.7, 'medium', false, 'Bug report', 'Chart legend overlaps the bars'],
  [1.8, 'low', false, 'Integration', 'Mapping of custom fields is lost after an edit'],
  [2.1, 'high', false, 'Account access', 'Login issues since the single sign-on change'],
  [3.1, 'high', false, 'Bug report', 'Export not working for large reports'],
  [3.4, 'medium', true, 'Performance', 'Search times out in large workspaces'],
  [4.2, 'medium', true, 'Integration', 'Salesforce sync skips archived accounts'],
  [5.1, 'medium', true, 'Performance', 'Performance slow on the accounts page'],
  [7.2, 'low', true, 'How-to', 'Feature question: scheduled reports'],
  [10.5, 'low', true, 'Billing', 'Invoice shows the old company address'],
];

/** The subject of the ticket that carries the number 4521 in the owner's sketch. */
export const loginSubject = 'Login issues since the single sign-on change';

/**
 * Ratings since Acme became unhappy, by days before now. The average of those since any midnight is 3.1 from seven
 * ratings on, so that it is the same for the running month and for thirty days; ratings of one row stand together.
 */
const ratingRows: readonly (readonly [days: number, ...scores: number[]])[] = [
  [0.6, 4, 2],
  [2.2, 3],
  [4.4, 5, 1],
  [6.7, 4, 3],
  [8.3, 2, 4],
  [11.5, 3],
  [14.2, 5, 1],
  [17.4, 3],
  [20.1, 4, 2, 3],
  [24.6, 4],
  [28.3, 3, 3],
];

const openTicket =
  (chance: Chance, now: number) =>
  ([days, priority, isWaiting, category, subject]: OpenRow): TicketPlan => {
    const openedAt = now - days * DAY_MS;
    return {
      ...draftTicket(chance, demoCustomer('Acme Corp'), { openedAt }),
      category,
      subject,
      priority,
      reply: Math.min(targetsOf(priority).reply * chance.between(0.1, 0.5), days * 12),
      ...(isWaiting && { wait: Infinity }),
    };
  };

/** Ends at the start of an hour, so that midnight does not part the ratings of a row. */
const ratedTickets = (chance: Chance, now: number): TicketPlan[] =>
  ratingRows.flatMap(([days, ...scores]) =>
    scores.map((score, index) => {
      const ratedAt = Math.floor((now - days * DAY_MS) / HOUR_MS) * HOUR_MS + (10 + 9 * index) * 60_000;
      const after = chance.between(2, 9);
      const isLate = score === 1;
      const ticket = draftTicket(chance, demoCustomer('Acme Corp'), { openedAt: 0 });
      const target = targetsOf(ticket.priority);
      const work = Math.max(0.5, target.resolution * (isLate ? 1.4 : chance.between(0.08, 0.45)));
      return {
        ...ticket,
        openedAt: ratedAt - (after + work) * HOUR_MS,
        reply: Math.min(work / 2, target.reply * (score <= 2 ? 1.3 : 0.4)),
        work,
        rating: { after, score },
      };
    }),
  );

/** Acme Corp: a large customer before its renewal, satisfied until a month ago; 12 open tickets, CSAT 3.1. */
export const acmeTickets = (chance: Chance, range: { from: number; to: number }): TicketPlan[] => {
  const unhappySince = range.to - unhappyDays * DAY_MS;
  const everyday = everydayTickets(chance, demoCustomer('Acme Corp'), range)
    .filter(({ openedAt }, index) => openedAt < unhappySince || (openedAt < range.to - 12 * DAY_MS && index % 2 === 0))
    .map(({ rating, ...ticket }): TicketPlan => {
      const ratedAt = finallySolvedAt(ticket) + (rating?.after ?? 0) * HOUR_MS;
      return rating && ratedAt < unhappySince ? { ...ticket, rating } : ticket;
    });
  return [...everyday, ...ratedTickets(chance, range.to), ...openRows.map(openTicket(chance, range.to))];
};
