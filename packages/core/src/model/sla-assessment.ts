import type { Instant } from './instant.js';
import type { SlaMetric, SlaSource, SlaStatus } from './sla-status.js';

/** Where one SLA metric of one ticket stands at one moment, and how that was found. */
export interface MetricAssessment {
  status: SlaStatus;
  /** The target in force, hours; null where none applies. */
  target_hours: number | null;
  /** Business time used so far or up to the event, hours. */
  elapsed_hours: number;
  /** When the target is used up; null while paused or where none applies. */
  due_at: Instant | null;
  /** When the clock stopped; null while it runs. */
  fulfilled_at: Instant | null;
  /** What stopped it: a ticket resolved without a reply ends the first-response clock too. */
  fulfilled_by: SlaMetric | null;
  /** When the verdict fell: the event if met, the first overshoot if breached; else null. */
  decided_at: Instant | null;
  source: SlaSource;
}

/** Both clocks of a ticket. */
export type SlaAssessment = Record<SlaMetric, MetricAssessment>;
