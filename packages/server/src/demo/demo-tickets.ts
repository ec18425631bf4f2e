import { DEFAULT_THRESHOLDS } from '@cscx/support-core';
import { createChance } from './create-chance.js';
import { type DemoDesk, demoCustomers } from './demo-customers.js';
import { DAY_MS } from './duration.js';
import { everydayTickets } from './everyday-tickets.js';
import { acmeTickets, loginSubject } from './stories/acme.js';
import { dataflowTickets } from './stories/dataflow.js';
import { openQueue } from './stories/open-queue.js';
import { techstartTickets } from './stories/techstart.js';
import type { TicketPlan } from './ticket-plan.js';

/** What the demo is made from. */
export interface DemoOptions {
  /** Milliseconds since the epoch: the demo's last moment. */
  now: number;
  /** Any whole number; the same seed and now give the same demo. */
  seed: number;
}

const months = 18;
const sketchedNumber = 4521;

const stories = { 'Acme Corp': acmeTickets, TechStart: techstartTickets, DataFlow: dataflowTickets };

/** One ticket less in the last seven days than a spike needs, so that nobody but DataFlow has one. */
const withCalmWeek = (tickets: readonly TicketPlan[], now: number): TicketPlan[] => {
  const isRecent = ({ openedAt }: TicketPlan): boolean => openedAt > now - 7.1 * DAY_MS;
  const recent = tickets.filter(isRecent).slice(-(DEFAULT_THRESHOLDS.spike_min_tickets - 1));
  return [...tickets.filter((ticket) => !isRecent(ticket)), ...recent];
};

const plans = ({ now, seed }: DemoOptions): TicketPlan[] => {
  const chance = createChance(seed);
  const range = { from: now - Math.round(months * 30.4) * DAY_MS, to: now };
  const told = Object.values(stories).flatMap((story) => story(chance, range));
  const others = demoCustomers.filter(({ name }) => !(name in stories));
  const queue = openQueue(chance, now);
  const quiet = others.flatMap((customer) =>
    withCalmWeek(
      [...everydayTickets(chance, customer, range), ...queue.filter((ticket) => ticket.customer === customer)],
      now,
    ),
  );
  return [...told, ...quiet].sort((a, b) => a.openedAt - b.openedAt);
};

/** Support systems that tell when a ticket waited for its customer. */
const desksWithHistory: readonly DemoDesk[] = ['intercom', 'salesforce'];

/** Where nobody can take a wait off the time to the resolution, tickets do not wait before they are resolved. */
const asItsDeskTells = ({ wait, ...plan }: TicketPlan): TicketPlan =>
  wait === undefined || (wait < Infinity && !desksWithHistory.includes(plan.customer.desk)) ? plan : { ...plan, wait };

/** Numbers run in the order of opening; Acme's login ticket is the 4521 of the owner's sketch. */
const firstNumber = (tickets: readonly TicketPlan[]): number =>
  Math.max(1, sketchedNumber - tickets.findIndex(({ subject }) => subject === loginSubject));

/** A ticket of the demo and its number in its support system. */
export interface DemoTicket {
  number: number;
  plan: TicketPlan;
}

/**
 * The demo's tickets in the order of opening.
 *
 * @example
 * demoTickets({ now: Date.parse('2026-11-23T09:00:00Z'), seed: 156 }).length; // about 3,800
 */
export const demoTickets = (options: DemoOptions): DemoTicket[] => {
  const tickets = plans(options).map(asItsDeskTells);
  const first = firstNumber(tickets);
  return tickets.map((plan, index) => ({ number: first + index, plan }));
};
