import type { TicketPriority } from '@cscx/support-core';
import { arrivalTimes, isAfterRelease } from './arrival-times.js';
import type { Chance } from './create-chance.js';
import { contactsOf, type DemoCustomer } from './demo-customers.js';
import { targetsOf } from './demo-targets.js';
import {
  agents,
  type Category,
  categoryWeights,
  escalationReasons,
  ratingComments,
  seniors,
  subjects,
} from './demo-topics.js';
import { finallySolvedAt } from './ticket-course.js';
import type { TicketPlan } from './ticket-plan.js';

const priorityWeights: Readonly<Record<TicketPriority, number>> = { low: 38, medium: 44, high: 15, critical: 3 };
const afterRelease = { ...categoryWeights, 'Bug report': 32, Performance: 40 };
const nextLower: Partial<Record<TicketPriority, TicketPriority>> = { high: 'medium', medium: 'low' };

/** What a ticket is about and who works on it. */
export const draftTicket = (
  chance: Chance,
  customer: DemoCustomer,
  { openedAt, isReleaseWeek = false }: { openedAt: number; isReleaseWeek?: boolean },
): Pick<TicketPlan, 'customer' | 'category' | 'subject' | 'priority' | 'openedAt' | 'requester' | 'assignee'> => {
  const category: Category = chance.weighted(isReleaseWeek ? afterRelease : categoryWeights);
  return {
    customer,
    category,
    subject: chance.pick(subjects[category]),
    priority: chance.weighted(priorityWeights),
    openedAt,
    requester: chance.pick(contactsOf(customer)),
    assignee: chance.pick(agents),
  };
};

/** A share of a target: nearly always well within it, now and then past it. */
const shareOfTarget = (chance: Chance, missed: number): number =>
  chance.happens(missed) ? chance.between(1.05, 2) : Math.min(0.95, chance.around(0.15, 0.75));

/** A rating of 1..5 that averages about `mood`. */
const score = (chance: Chance, mood: number): number => {
  const low = Math.max(0, 5 - mood);
  const drop = chance.happens(low * 0.62) ? 1 + chance.count(Math.min(1.2, low * 0.75)) : 0;
  return Math.max(1, 5 - drop);
};

const survey = (chance: Chance, mood: number): NonNullable<TicketPlan['rating']> => {
  const rating = score(chance, mood);
  const comments = ratingComments[rating];
  return {
    after: Math.max(0.3, chance.around(8, 1)),
    score: rating,
    ...(comments && chance.happens(0.4) && { comment: chance.pick(comments) }),
  };
};

/** How the ticket goes on, from the first reply to the survey. */
const course = (chance: Chance, { customer, priority }: TicketPlan, isReleaseWeek: boolean): Partial<TicketPlan> => {
  const target = targetsOf(priority);
  const reply = Math.max(0.05, target.reply * shareOfTarget(chance, 0.06));
  const resolution = shareOfTarget(chance, isReleaseWeek ? 0.12 : 0.09);
  const work = Math.max(reply + 0.4, target.resolution * resolution);
  const isLate = work > target.resolution;
  const isEscalated = chance.happens(isLate ? 0.12 : 0.02);
  return {
    reply,
    work,
    ...(chance.happens(0.55) && { wait: chance.around(70, 0.7) }),
    ...(isEscalated && {
      escalation: {
        after: reply + (work - reply) * chance.between(0.3, 0.8),
        reason: chance.pick(escalationReasons),
        takenOverBy: chance.pick(seniors),
      },
    }),
    ...(chance.happens(0.06) && {
      reopened: { after: chance.between(3, 60), work: isLate ? 4 : (target.resolution - work) * 0.4 },
    }),
    ...(chance.happens(0.38) && { rating: survey(chance, customer.mood - (isLate || isEscalated ? 1.2 : 0)) }),
  };
};

const raised = (chance: Chance, { priority }: TicketPlan): Partial<TicketPlan> => {
  const openedAs = nextLower[priority];
  return openedAs && chance.happens(0.08) ? { openedAs } : {};
};

/**
 * A customer's ordinary tickets. Only those resolved by now: what is open now is told by the stories and the queue, so
 * that the demo's open tickets do not depend on the hour at which it is made.
 *
 * @param range - milliseconds since the epoch; `to` is the demo's now
 */
export const everydayTickets = (
  chance: Chance,
  customer: DemoCustomer,
  range: { from: number; to: number },
): TicketPlan[] =>
  arrivalTimes(chance, customer, range)
    .map((openedAt): TicketPlan => {
      const isReleaseWeek = isAfterRelease(openedAt, range.to);
      const ticket: TicketPlan = draftTicket(chance, customer, { openedAt, isReleaseWeek });
      return { ...ticket, ...raised(chance, ticket), ...course(chance, ticket, isReleaseWeek) };
    })
    .filter((ticket) => finallySolvedAt(ticket) <= range.to);
