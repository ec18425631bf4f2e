import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type AccumulatorState,
  createPortfolioAccumulator,
  type Customer,
  isOverBefore,
  type PortfolioReport,
  reportMoment,
  type ReportOptions,
  reportWindowStart,
} from '@cscx/support-core';
import type { OrganizationStore } from '../store/organization-store.js';
import type { CustomerTickets } from '../store/organization-tickets.js';
import { assess } from './assess-ticket.js';
import { readReportTickets } from './read-report-tickets.js';

/** What was counted of a list of tickets, and with what. */
interface Tally {
  /** Minute, targets, thresholds: the same ones count the same. */
  terms: string;
  state: AccumulatorState;
}

/** By period and zone; goes with the list. */
const tallies = new WeakMap<CustomerTickets, Map<string, Tally>>();

/** Periods kept for one customer: anybody may ask for any. */
const PERIODS_KEPT = 12;
/** How long others wait at most while a large portfolio is counted. */
const TURN_MS = 10;

const count = (customer: Customer, tickets: CustomerTickets, options: ReportOptions): AccumulatorState => {
  const report = createPortfolioAccumulator({ ...options, customers: [customer], assess });
  const start = Date.parse(reportWindowStart(options));
  for (const ticket of tickets) if (!isOverBefore(ticket, start)) report.add(ticket);
  return report.state();
};

const talliesOf = (tickets: CustomerTickets): Map<string, Tally> => {
  const known = tallies.get(tickets) ?? new Map<string, Tally>();
  tallies.set(tickets, known);
  return known;
};

/** Until its minute, as a whole: `2026-11-23T09:30`. */
const MINUTE_LENGTH = 16;

/**
 * Reports on customers of an organization, as if every ticket were read and counted anew. What was counted of a customer
 * stays good until its tickets or its terms change, or a minute begins: so what a clock alone changes, such as a target
 * that is missed, shows within the minute, and everything else at once.
 *
 * @param customers - those that are seen
 */
export const portfolioReport = async (
  organization: OrganizationStore,
  customers: readonly Customer[],
  options: ReportOptions,
): Promise<PortfolioReport> => {
  const byCustomer = await readReportTickets(organization, customers, options);
  const period = JSON.stringify([options.period, options.timezone]);
  const { data_as_of: _, now: __, ...shared } = options;
  const whole = createPortfolioAccumulator({ ...options, customers });
  const minute = reportMoment(options).slice(0, MINUTE_LENGTH);
  const { report } = createPortfolioAccumulator({ ...options, customers: [] }).state();
  const sharedTerms = JSON.stringify([report, minute, shared]);
  let turn = performance.now();
  for (const customer of customers) {
    const tickets = byCustomer.get(customer.customer_id) ?? [];
    const kept = talliesOf(tickets);
    const terms = JSON.stringify([sharedTerms, customer.tier, customer.sla_policy, customer.thresholds]);
    let tally = kept.get(period);
    if (tally?.terms !== terms) {
      tally = { terms, state: count(customer, tickets, options) };
      if (kept.size >= PERIODS_KEPT) kept.clear();
      kept.set(period, tally);
    }
    whole.merge(tally.state);
    if (performance.now() - turn > TURN_MS) {
      await nextTurn();
      turn = performance.now();
    }
  }
  return whole.result();
};
