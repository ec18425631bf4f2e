import type { TicketPriority } from '@cscx/support-core';
import type { Chance } from '../create-chance.js';
import { demoCustomer } from '../demo-customers.js';
import { targetsOf } from '../demo-targets.js';
import { DAY_MS, HOUR_MS } from '../duration.js';
import { draftTicket } from '../everyday-tickets.js';
import type { TicketPlan } from '../ticket-plan.js';

/** A ticket that is open now: its age as a share of its resolution target, or in days where it waits or is escalated. */
type QueueRow =
  | [state: 'new' | 'working' | 'late', customer: string, priority: TicketPriority, share: number]
  | [state: 'waiting' | 'escalated', customer: string, priority: TicketPriority, days: number];

const rows: readonly QueueRow[] = [
  ['new', 'Bluepeak Logistics', 'low', 0.06],
  ['new', 'Skyline Media', 'low', 0.1],
  ['new', 'Zephyr Games', 'medium', 0.05],
  ['new', 'Copperline Payments', 'medium', 0.02],
  ['working', 'Cobalt Health', 'medium', 0.5],
  ['working', 'Meridian Retail', 'low', 0.4],
  ['working', 'Orchard Foods', 'low', 0.65],
  ['working', 'Obsidian Security', 'medium', 0.3],
  ['working', 'Bluepeak Logistics', 'high', 0.4],
  ['working', 'Riverstone Insurance', 'medium', 0.88],
  ['waiting', 'Northgate Bank', 'medium', 3.2],
  ['waiting', 'Cobalt Health', 'low', 8.4],
  ['waiting', 'Skyline Media', 'low', 9.1],
  ['waiting', 'Halcyon Energy', 'medium', 5.5],
  ['waiting', 'Brightline Telecom', 'low', 12.3],
  ['waiting', 'Vertex Robotics', 'low', 7.9],
  ['waiting', 'Stonebridge Capital', 'medium', 4.6],
  ['waiting', 'Willowbrook Clinics', 'low', 10.7],
  ['late', 'Meridian Retail', 'medium', 1.3],
  ['late', 'Nimbus Travel', 'low', 1.15],
  ['escalated', 'Lumen Analytics', 'high', 0.55],
  ['escalated', 'Quantum Labs', 'medium', 1.4],
  ['escalated', 'Kestrel Aviation', 'medium', 1.1],
  ['escalated', 'Juniper Biotech', 'high', 0.5],
];

const planFor = (chance: Chance, now: number, [state, name, priority, size]: QueueRow): TicketPlan => {
  const target = targetsOf(priority);
  const age = state === 'waiting' || state === 'escalated' ? size * DAY_MS : size * target.resolution * HOUR_MS;
  const ticket: TicketPlan = { ...draftTicket(chance, demoCustomer(name), { openedAt: now - age }), priority };
  const reply = Math.min(target.reply * chance.between(0.15, 0.5), age / HOUR_MS / 3);
  switch (state) {
    case 'new':
      return ticket;
    case 'working':
    case 'late':
      return { ...ticket, reply };
    case 'waiting':
      return { ...ticket, reply, wait: Infinity };
    case 'escalated': {
      const after = Math.min(5, age / HOUR_MS / 2);
      const reason = priority === 'high' ? 'Several users cannot work' : 'Customer asked for a manager';
      return { ...ticket, reply, escalation: { after, reason, takenOverBy: 'Hugo Moreau' } };
    }
  }
};

/** Everything that is open with the other customers, four escalations among it. */
export const openQueue = (chance: Chance, now: number): TicketPlan[] => rows.map((row) => planFor(chance, now, row));
