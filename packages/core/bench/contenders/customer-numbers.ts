import type { TicketRecord } from '../../dist/index.js';
import type { Priority } from '../tickets/ticket-words.ts';

/**
 * One SLA target of one customer, at the moment of the report. Exceeding the target is a breach, be the ticket open or not;
 * a resolution without a reply ends the clock of the first response, but is no duration of one. A pending ticket's
 * resolution clock stands still, so it counts as neither. Durations are in hours, over the tickets that have the event;
 * null without any.
 */
export interface TargetNumbers {
  met: number;
  breached: number;
  mean_hours: number | null;
  median_hours: number | null;
  p90_hours: number | null;
}

/** What every contender has to say of each customer. */
export interface CustomerNumbers {
  customer_id: string;
  total: number;
  /** Open or pending. */
  open: number;
  /** Of these, those that wait for the requester. */
  pending: number;
  /** Resolved or closed. */
  resolved: number;
  by_priority: Record<Priority, number>;
  /** A category without tickets may be left out. */
  by_category: Record<string, number>;
  first_response: TargetNumbers;
  resolution: TargetNumbers;
  avg_csat: number | null;
  csat_responses: number;
  escalations: number;
  /** Tickets created in each ISO week of the period, the oldest first. Undefined where a contender does not tell. */
  created_per_week?: number[];
}

/** From tickets as a store hands them out to the numbers of each customer, in any order. */
export type NumbersOf = (tickets: readonly TicketRecord[]) => CustomerNumbers[] | Promise<CustomerNumbers[]>;
