import type { Chance } from '../create-chance.js';
import { demoCustomer } from '../demo-customers.js';
import { DAY_MS } from '../duration.js';
import { draftTicket, everydayTickets } from '../everyday-tickets.js';
import type { TicketPlan } from '../ticket-plan.js';

/** TechStart: an escalation that has been pending for three days, and little else. */
export const techstartTickets = (chance: Chance, range: { from: number; to: number }): TicketPlan[] => {
  const customer = demoCustomer('TechStart');
  const opened = (days: number) => draftTicket(chance, customer, { openedAt: range.to - days * DAY_MS });
  const escalated: TicketPlan = {
    ...opened(4.3),
    category: 'Integration',
    subject: 'Data warehouse export stops before the go-live',
    priority: 'high',
    openedAs: 'medium',
    reply: 2.4,
    escalation: { after: (4.3 - 3.2) * 24, reason: 'Blocks a go-live', takenOverBy: 'Grace Liu' },
  };
  const others: TicketPlan[] = [
    { ...opened(8.6), priority: 'medium', reply: 3, wait: Infinity },
    { ...opened(0.3), priority: 'low', reply: 2 },
  ];
  const everyday = everydayTickets(chance, customer, range).filter(({ openedAt }) => openedAt < range.to - 7 * DAY_MS);
  return [...everyday, escalated, ...others];
};
