import type { Instant } from '../model/instant.js';
import { DEFAULT_SLA_POLICY, type SlaPolicy } from '../model/sla-policy.js';
import { DEFAULT_THRESHOLDS, type SupportThresholds } from '../model/support-thresholds.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import type { Period } from '../time/period.js';
import { asOfOf, weeklyBuckets } from '../time/time-buckets.js';
import type { TimeRange } from '../time/time-range.js';

/** What every report is made with. */
export interface ReportOptions {
  /** From `parsePeriod`. */
  period: Period;
  now: Instant;
  /** What was promised; a customer's own `sla_policy` wins. @default DEFAULT_SLA_POLICY */
  policy?: SlaPolicy | undefined;
  /** @default DEFAULT_THRESHOLDS */
  thresholds?: SupportThresholds | undefined;
  /** How fresh the tickets are; null when nothing was ever read. @default null */
  data_as_of?: Instant | null | undefined;
}

/** A report's options with defaults filled in and moments in milliseconds since the epoch. */
export interface ReportContext {
  period: Period;
  now: number;
  /** Now, or the end of a period that is over. */
  asOf: number;
  range: TimeRange;
  previous: TimeRange;
  policy: SlaPolicy;
  thresholds: SupportThresholds;
  dataAsOf: Instant | null;
}

/** ISO weeks that a customer's trend shows at the least. */
export const TREND_WEEKS = 12;

/** Fills in the defaults of a report. */
export const reportContext = ({
  period,
  now,
  policy = DEFAULT_SLA_POLICY,
  thresholds = DEFAULT_THRESHOLDS,
  data_as_of = null,
}: ReportOptions): ReportContext => {
  const { range } = period;
  const nowMs = epochOf(now);
  return {
    period,
    now: nowMs,
    asOf: asOfOf(range, nowMs),
    range: { from: epochOf(range.start), to: epochOf(range.end) },
    previous: { from: epochOf(range.previous_start), to: epochOf(range.previous_end) },
    policy,
    thresholds,
    dataAsOf: data_as_of,
  };
};

/**
 * The earliest moment that matters to a report of this period: a resolved ticket last touched before
 * it changes no number, so a store need not load it. It covers the period, the one before, the trend
 * weeks, and the usual week of the spike rule.
 */
export const reportWindowStart = ({ period, now }: Pick<ReportOptions, 'period' | 'now'>): Instant => {
  const nowMs = epochOf(now);
  const firstWeek = weeklyBuckets(period, nowMs, TREND_WEEKS)[0]?.from ?? nowMs;
  const start = Math.min(firstWeek, epochOf(period.range.previous_start), asOfOf(period.range, nowMs) - 64 * DAY_MS);
  return instantOf(start);
};
