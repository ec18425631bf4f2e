import type { BusinessCalendar } from '../model/business-calendar.js';
import type { Instant } from '../model/instant.js';
import { slaPolicyFor, type SlaPolicy, type SlaPolicyOptions } from '../model/sla-policy.js';
import { DEFAULT_THRESHOLDS, type SupportThresholds, thresholdsFor } from '../model/support-thresholds.js';
import type { Customer } from '../model/customer.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import { parsePeriod, type Period } from '../time/period.js';
import { asOfOf, periodBuckets, weeklyBuckets } from '../time/time-buckets.js';
import type { TimeRange } from '../time/time-range.js';

/** What every report is made with. */
export interface ReportOptions extends SlaPolicyOptions {
  /** As requests name it, such as `this_month` or `2026-W47`. */
  period: string;
  /** The report describes this moment, or the end of a period that is over; later facts are invisible. */
  now: Instant;
  /** IANA zone of days and weeks. @default 'UTC' */
  timezone?: string | undefined;
  /** Hours of the desk for the organization's policy; null is around the clock. @default the policy's */
  calendar?: BusinessCalendar | null | undefined;
  /** @default DEFAULT_THRESHOLDS */
  thresholds?: SupportThresholds | undefined;
  /**
   * Which tickets compliance is about: those whose verdict fell in the period, or those created in it. The latter
   * flatters the newest, whose clocks still run.
   *
   * @default 'decided'
   */
  compliance_by?: 'decided' | 'created' | undefined;
  /** How fresh the tickets are; null when nothing was ever read. @default null */
  data_as_of?: Instant | null | undefined;
}

/** What a report needs to know of a customer; all of `Customer` is fine. */
export type ReportCustomer = Pick<Customer, 'customer_id'> & Partial<Customer>;

/** A stretch of a trend, also as instants: they are told of every customer. */
export interface Bucket extends TimeRange {
  start: Instant;
  end: Instant;
}

/** A report's options with defaults filled in and moments in milliseconds since the epoch. */
export interface ReportContext {
  period: Period;
  now: number;
  /** Now, or the end of a period that is over. */
  asOf: number;
  range: TimeRange;
  previous: TimeRange;
  /** The stretches of the trend, one after the other. */
  buckets: readonly Bucket[];
  policy: SlaPolicy;
  thresholds: SupportThresholds;
  complianceBy: 'decided' | 'created';
  dataAsOf: Instant | null;
}

/** ISO weeks that a customer's trend shows at the least. */
const TREND_WEEKS = 12;

/** Whose trend: a customer's shows at least 12 ISO weeks, a portfolio's the period by week or by day. */
export type TrendOf = 'customer' | 'portfolio';

/** Fills in the defaults of a report. */
export const reportContext = (options: ReportOptions, trendOf: TrendOf = 'customer'): ReportContext => {
  const { now, timezone = 'UTC', calendar, thresholds = DEFAULT_THRESHOLDS } = options;
  const { compliance_by = 'decided', data_as_of = null } = options;
  const period = parsePeriod(options.period, { now, timezone });
  const { range } = period;
  const nowMs = epochOf(now);
  const policy = slaPolicyFor({}, options);
  const buckets = trendOf === 'customer' ? weeklyBuckets(period, nowMs, TREND_WEEKS) : periodBuckets(period, nowMs);
  return {
    period,
    now: nowMs,
    asOf: asOfOf(range, nowMs),
    range: { from: epochOf(range.start), to: epochOf(range.end) },
    previous: { from: epochOf(range.previous_start), to: epochOf(range.previous_end) },
    buckets: buckets.map(({ from, to }) => ({ from, to, start: instantOf(from), end: instantOf(to) })),
    policy: calendar === undefined ? policy : { ...policy, calendar },
    thresholds,
    complianceBy: compliance_by,
    dataAsOf: data_as_of,
  };
};

/** The context with what a customer has of its own, policy and thresholds; the same one for a customer without. */
export const contextFor = <Context extends ReportContext>(
  context: Context,
  customer: ReportCustomer,
  tier_policies: SlaPolicyOptions['tier_policies'],
): Context => {
  const policy = slaPolicyFor(customer, { policy: context.policy, tier_policies });
  const thresholds = thresholdsFor(customer, context.thresholds);
  const isPlain = policy === context.policy && thresholds === context.thresholds;
  return isPlain ? context : { ...context, policy, thresholds };
};

/**
 * The earliest moment that matters to a report of this period: a resolved ticket last touched before
 * it changes no number, so a store need not load it. It covers the period, the one before, the trend
 * weeks, and the usual week of the spike rule.
 */
export const reportWindowStart = (options: Pick<ReportOptions, 'period' | 'now' | 'timezone'>): Instant => {
  const { buckets, now, asOf, previous } = reportContext(options);
  return instantOf(Math.min(buckets[0]?.from ?? now, previous.from, asOf - 64 * DAY_MS));
};

/**
 * The moment that a report of this period describes: now, or the end of a period that is over.
 *
 * @throws InvalidInputError for a period that is none
 * @example
 * reportMoment({ period: '2026-10', now: '2026-11-23T09:30:00Z' }); // '2026-11-01T00:00:00.000Z'
 */
export const reportMoment = (options: Pick<ReportOptions, 'period' | 'now' | 'timezone'>): Instant =>
  instantOf(reportContext(options).asOf);
