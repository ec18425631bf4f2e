import type { CustomerMetrics, Portfolio } from '@cscx/support-client';
import type { PeriodRange, SlaSummary, TrendData } from '@cscx/support-core';

/** Whose metrics a widget shows. */
export interface MetricsScope {
  /** One customer, by its id in the host product. Absent: all customers together. */
  customerId?: string | undefined;
  /** All customers of this CSM, where no customer is named. */
  csmId?: string | undefined;
}

/** What the numbers of a widget have in common; each says it when asked what it means. */
export interface About {
  /** Days that they are of: `Nov 1 – 30, 2026` */
  period: string;
  /** Instant up to which data is in them; null before any came in. */
  asOf: string | null;
}

/** What customers and portfolios have in common. */
export interface ScopedMetrics {
  range: PeriodRange;
  data_as_of: string | null;
  sla: SlaSummary;
  trends: readonly TrendData[];
  /** Absent where one customer is shown. */
  csat_target?: number;
  /** Absent where all customers are shown together. */
  customer?: CustomerMetrics;
}

/** One customer's metrics as those of a scope. */
export const ofCustomer = (metrics: CustomerMetrics): ScopedMetrics => ({
  range: metrics.customer.period_range,
  data_as_of: metrics.customer.data_as_of,
  sla: metrics.customer.sla,
  trends: metrics.trends,
  customer: metrics,
});

/** A portfolio's metrics as those of a scope. */
export const ofPortfolio = ({ summary }: Portfolio): ScopedMetrics => ({
  range: summary.period_range,
  data_as_of: summary.data_as_of,
  sla: summary.sla,
  trends: summary.trends,
  csat_target: summary.csat_target,
});
