import {
  createPortfolioAccumulator,
  type CustomerSupportMetrics,
  elapsedBusinessTime,
  summarizeCustomer,
  type TicketRecord,
} from '../dist/index.js';
import type { CustomerNumbers } from './contenders/customer-numbers.ts';
import { NOW, PERIOD, TIMEZONE } from './tickets/ticket-period.ts';

/** The package under test, as it was built last. Only this file knows how it is called. */
export { elapsedBusinessTime };

const REPORT = { period: PERIOD, now: NOW, timezone: TIMEZONE };

const numbersOf = ({
  customer_id,
  tickets,
  sla,
  satisfaction,
  escalations,
}: CustomerSupportMetrics): CustomerNumbers => ({
  customer_id,
  total: tickets.total,
  open: tickets.open,
  pending: tickets.pending,
  resolved: tickets.resolved,
  by_priority: tickets.by_priority,
  by_category: tickets.by_category,
  first_response: {
    met: sla.counts.first_response.met,
    breached: sla.counts.first_response.breached,
    mean_hours: sla.avg_first_response_hours,
    median_hours: sla.median_first_response_hours,
    p90_hours: sla.p90_first_response_hours,
  },
  resolution: {
    met: sla.counts.resolution.met,
    breached: sla.counts.resolution.breached,
    mean_hours: sla.avg_resolution_hours,
    median_hours: sla.median_resolution_hours,
    p90_hours: sla.p90_resolution_hours,
  },
  avg_csat: satisfaction.avg_csat,
  csat_responses: satisfaction.csat_responses,
  escalations: escalations.total,
});

/** All customers in one pass, with the weeks of each. */
export const portfolioNumbers = (tickets: readonly TicketRecord[]): CustomerNumbers[] => {
  const accumulator = createPortfolioAccumulator(REPORT);
  for (const ticket of tickets) accumulator.add(ticket);
  return accumulator
    .reports()
    .map(({ metrics, trends }) => ({ ...numbersOf(metrics), created_per_week: trends.map(({ created }) => created) }));
};

/** One customer in one call, as the customer's page has it. */
export const customerNumbers = (tickets: readonly TicketRecord[], customer_id: string): CustomerNumbers =>
  numbersOf(summarizeCustomer(tickets, { ...REPORT, customer: { customer_id } }));
