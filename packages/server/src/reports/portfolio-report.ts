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
  /** Period, targets, thresholds: the same ones count the same. */
  terms: string;
  /** What it describes, milliseconds since the epoch. */
  moment: number;
  state: AccumulatorState;
}

/** By period and zone; goes with the list. */
const tallies = new WeakMap<CustomerTickets, Map<string, Tally>>();

/** Periods kept for one customer: anybody may ask for any. */
const PERIODS_KEPT = 12;
/** How long others wait at most while a large portfolio is counted. */
const TURN_MS = 5;

/** How long what was counted stays good if nothing but the clock changes. */
const GOOD_MS = 60_000;

const keepTally = (tickets: CustomerTickets, period: string, tally: Tally): void => {
  const kept = tallies.get(tickets) ?? new Map<string, Tally>();
  if (kept.size >= PERIODS_KEPT) kept.clear();
  tallies.set(tickets, kept.set(period, tally));
};

/** Goes on for a while, then lets others have their turn. */
const createTurns = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await nextTurn();
    since = performance.now();
  };
};

/** A customer to be counted, and what with. */
interface Account {
  customer: Customer;
  tickets: CustomerTickets;
  terms: string;
}

/**
 * Reports on customers of an organization, as if every ticket were read and counted anew. What was counted of a customer
 * stays good for a minute, or until its tickets or its terms change: so what the clock alone changes, such as a target that
 * is missed, shows within the minute, and everything else at once.
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
  const moment = Date.parse(reportMoment(options));
  const start = Date.parse(reportWindowStart(options));
  const turn = createTurns();
  const whole = createPortfolioAccumulator({ ...options, customers });
  const { report } = createPortfolioAccumulator({ ...options, customers: [] }).state();
  const { data_as_of: _, now: __, ...shared } = options;
  const sharedTerms = JSON.stringify([report, shared]);

  const stale: Account[] = [];
  for (const customer of customers) {
    const tickets = byCustomer.get(customer.customer_id) ?? [];
    const terms = JSON.stringify([sharedTerms, customer.tier, customer.sla_policy, customer.thresholds]);
    const tally = tallies.get(tickets)?.get(period);
    if (tally?.terms === terms && moment >= tally.moment && moment < tally.moment + GOOD_MS) whole.merge(tally.state);
    else stale.push({ customer, tickets, terms });
    await turn();
  }

  const counter = createPortfolioAccumulator({ ...options, customers: stale.map(({ customer }) => customer), assess });
  for (const { tickets } of stale) {
    for (const ticket of tickets) if (!isOverBefore(ticket, start)) counter.add(ticket);
    await turn();
  }
  const counted = counter.state();
  whole.merge(counted);
  for (const { customer, tickets, terms } of stale) {
    const { [customer.customer_id]: counts } = counted.tallies;
    const own = counts && { [customer.customer_id]: counts };
    if (own) keepTally(tickets, period, { terms, moment, state: { ...counted, tallies: own } });
  }
  return whole.result();
};
