import type { Chance } from '../create-chance.js';
import { demoCustomer } from '../demo-customers.js';
import { targetsOf } from '../demo-targets.js';
import { DAY_MS, HOUR_MS } from '../duration.js';
import { draftTicket } from '../everyday-tickets.js';
import type { TicketPlan } from '../ticket-plan.js';

const WEEK_MS = 7 * DAY_MS;
const spikeTickets = 12;

/** Hours since Monday midnight at which DataFlow writes in an ordinary week. */
const usualHours = [34.3, 61.1, 81.7];

/** From so far into a week on, the whole spike lies in it; before that, at most 8 of the 12 tickets do. */
const youngWeek = 60 * HOUR_MS;

const mondayBefore = (at: number): number => {
  const day = Math.floor(at / DAY_MS);
  return (day - ((day + 3) % 7)) * DAY_MS;
};

/**
 * Three tickets in every week up to a week ago, however weeks are counted: by the calendar or back from now. Chance moves
 * each by up to two hours, but not across the border between two weeks.
 */
const usualTimes = (chance: Chance, { from, to }: { from: number; to: number }): number[] => {
  const times: number[] = [];
  for (let monday = mondayBefore(to); monday > from; monday -= WEEK_MS) {
    for (const hours of usualHours) {
      const planned = monday + hours * HOUR_MS;
      const moved = planned + chance.between(-2, 2) * HOUR_MS;
      const weeksAgo = (at: number): number => Math.floor((to - at) / WEEK_MS);
      if (weeksAgo(planned) >= 1) times.push(weeksAgo(moved) === weeksAgo(planned) ? moved : planned);
    }
  }
  return times;
};

/** Twelve within a week that is at least 60 hours old, else within the last six days. */
const spikeTimes = (now: number): number[] => {
  const sinceMonday = now - mondayBefore(now);
  const span = sinceMonday >= youngWeek ? Math.min(sinceMonday, 6 * DAY_MS) - 3 * HOUR_MS : 6 * DAY_MS;
  return Array.from({ length: spikeTickets }, (_, index) => now - HOUR_MS - (span * index) / spikeTickets);
};

const isLate = (ticket: TicketPlan, ageHours: number): boolean =>
  ageHours > 0.75 * targetsOf(ticket.priority).resolution;

/** The first four are solved, the others open: one of them late, those that would be too wait for the customer. */
const spikeTicket = (chance: Chance, now: number, openedAt: number, index: number): TicketPlan => {
  const ageHours = (now - openedAt) / HOUR_MS;
  const ticket: TicketPlan = {
    ...draftTicket(chance, demoCustomer('DataFlow'), { openedAt }),
    category: index % 3 === 2 ? 'Integration' : 'Performance',
    subject: index % 3 === 2 ? 'Nightly sync stops half-way' : 'Pipelines slow since the last release',
    priority: index === 7 ? 'high' : index % 2 === 0 ? 'medium' : 'low',
    reply: Math.min(ageHours / 2, chance.between(0.5, 2.5)),
  };
  if (index >= 8) return { ...ticket, work: Math.min(ageHours - 0.3, chance.between(8, 30)) };
  return index !== 7 && isLate(ticket, ageHours) ? { ...ticket, wait: Infinity } : ticket;
};

/** DataFlow: three tickets a week for a year and a half, twelve this week. */
export const dataflowTickets = (chance: Chance, range: { from: number; to: number }): TicketPlan[] => {
  const usual = usualTimes(chance, range).map((openedAt): TicketPlan => {
    const ticket = draftTicket(chance, demoCustomer('DataFlow'), { openedAt });
    const { reply, resolution } = targetsOf(ticket.priority);
    const work = resolution * (chance.happens(0.12) ? 1.3 : chance.between(0.15, 0.6));
    const score = chance.happens(0.5) ? 5 : 4;
    return {
      ...ticket,
      reply: Math.min(work / 2, reply * chance.between(0.1, 0.6)),
      work,
      ...(chance.happens(0.35) && { rating: { after: chance.between(1, 20), score } }),
    };
  });
  const spike = spikeTimes(range.to).map((openedAt, index) => spikeTicket(chance, range.to, openedAt, index));
  return [...usual, ...spike];
};
