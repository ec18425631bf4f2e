import { csatPart } from '../csat/csat-summary.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { escalationPart } from '../escalations/escalation-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { SlaPolicyTiers } from '../model/sla-policy.js';
import { contextFor, type ReportContext, type ReportCustomer } from '../report/report-options.js';
import { type AssessedTicket, assessTicket } from '../sla/assessed-ticket.js';
import type { AssessTicket } from '../sla/create-ticket-assessor.js';
import { slaPart } from '../sla/sla-summary.js';
import { type Counts, mergeCounts } from '../stats/counts.js';
import { volumePart } from '../volume/volume-summary.js';
import { type SignalsContext, signalsPart } from './signals-part.js';
import { trendPart } from './trend-part.js';

/**
 * What an accumulator has counted: plain data for `JSON.stringify`, to be kept or sent to another process. Its inside may
 * change between versions.
 */
export interface AccumulatorState {
  version: 1;
  /** The report it was counted for: period, zone and trend. Only states of one report can be put together. */
  report: string;
  /** Counts by customer. */
  tallies: Record<string, Counts>;
}

/**
 * Metrics in one pass over any tickets, in parts that can be put together: a service can split the work over processes or
 * machines. Any order and any split of the same tickets gives the same result; each ticket is to be added once.
 */
export interface MetricsAccumulator<Result> {
  /**
   * Counts a ticket.
   *
   * @throws InvalidInputError for an instant that is none
   */
  add(ticket: TicketRecord): void;
  /**
   * Adds all that another accumulator of the same report has counted, or its state. Both may describe another moment of the
   * same period: what is put together then says of each part what held at its own moment.
   *
   * @throws InvalidInputError for a state of another report or of another version
   */
  merge(other: { state(): AccumulatorState } | AccumulatorState): void;
  state(): AccumulatorState;
  result(): Result;
}

const startTallies = (context: SignalsContext) => ({
  volume: volumePart.start(context),
  sla: slaPart.start(context),
  csat: csatPart.start(context),
  escalations: escalationPart.start(context),
  trends: trendPart.start(context),
  signals: signalsPart.start(context),
});

/** What all metrics of one customer have counted. */
export type Tallies = ReturnType<typeof startTallies>;

/** How the tickets of a report are read. */
export interface AssessmentOptions {
  /** From `createTicketAssessor`, where the same tickets are reported on again. @default each ticket is assessed anew */
  assess?: AssessTicket | undefined;
}

/** A customer, what holds for it, and what was counted of it. */
export interface CustomerPage {
  customer: ReportCustomer;
  context: SignalsContext;
  tallies: Tallies;
  assess: AssessTicket;
}

/** Counts a ticket for all metrics. */
export const addTicket = ({ tallies, context, assess }: CustomerPage, ticket: TicketRecord): void => {
  const view: AssessedTicket | null = assess(ticket, context);
  if (!view) return;
  volumePart.add(tallies.volume, view, context);
  slaPart.add(tallies.sla, view, context);
  csatPart.add(tallies.csat, view, context);
  escalationPart.add(tallies.escalations, view, context);
  trendPart.add(tallies.trends, view, context);
  signalsPart.add(tallies.signals, view, context);
};

/** Whose tallies a book keeps. */
export interface BookOptions extends AssessmentOptions {
  context: SignalsContext;
  tier_policies: SlaPolicyTiers | undefined;
  /** The customer of an id; undefined for one who is not to be counted. */
  customerOf: (customerId: string) => ReportCustomer | undefined;
}

/** Tallies of several customers, each started when it is first asked for. */
export interface TallyBook {
  /** A customer's; undefined for one who is not to be counted. */
  page: (customerId: string) => CustomerPage | undefined;
  /** In the order of the customers' ids. */
  pages: () => CustomerPage[];
  /** All customers together. */
  total: () => Tallies;
  merge: MetricsAccumulator<unknown>['merge'];
  state: () => AccumulatorState;
}

const reportKey = ({ period, range, previous, complianceBy, buckets }: ReportContext): string =>
  JSON.stringify([period.period, range, previous.from, complianceBy, buckets[0]?.from, buckets.length]);

/** Keeps tallies by customer. */
export const createTallyBook = ({
  context,
  tier_policies,
  customerOf,
  assess = assessTicket,
}: BookOptions): TallyBook => {
  const book = new Map<string, CustomerPage>();
  const report = reportKey(context);
  const page = (customerId: string): CustomerPage | undefined => {
    const known = book.get(customerId);
    if (known) return known;
    const customer = customerOf(customerId);
    if (!customer) return undefined;
    const own = contextFor(context, customer, tier_policies);
    const started = { customer, context: own, tallies: startTallies(own), assess };
    book.set(customerId, started);
    return started;
  };
  return {
    page,
    pages: () => [...book.values()].sort((a, b) => (a.customer.customer_id < b.customer.customer_id ? -1 : 1)),
    total() {
      const total = startTallies(context);
      for (const { tallies } of book.values()) mergeCounts(total, tallies);
      return total;
    },
    merge(other) {
      const state = 'state' in other ? other.state() : other;
      if (state.version !== 1 || state.report !== report) {
        throw new InvalidInputError('accumulator state', [
          { path: 'report', message: 'expected a state of the same version and report: period, zone, trend' },
        ]);
      }
      for (const [customerId, counts] of Object.entries(state.tallies)) {
        const tallies = page(customerId)?.tallies;
        if (tallies) mergeCounts(tallies, counts);
      }
    },
    state: () => ({
      version: 1,
      report,
      tallies: Object.fromEntries(
        Array.from(book, ([customerId, { tallies }]) => [customerId, structuredClone(tallies)]),
      ),
    }),
  };
};
