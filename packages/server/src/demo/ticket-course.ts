import { HOUR_MS } from './duration.js';
import type { TicketPlan } from './ticket-plan.js';

/** When a plan's ticket is first resolved; infinite if it is not. */
export const solvedAt = ({ openedAt, wait = 0, work = Infinity }: TicketPlan): number =>
  openedAt + (wait + work) * HOUR_MS;

/** When a plan's ticket is resolved for good; infinite if it is not. */
export const finallySolvedAt = (plan: TicketPlan): number =>
  solvedAt(plan) + (plan.reopened ? plan.reopened.after + plan.reopened.work : 0) * HOUR_MS;
