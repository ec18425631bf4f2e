import type { Instant } from './instant.js';
import type { SlaMetric, SlaSource, SlaStatus } from './sla-status.js';

/** Where one SLA metric of one ticket stands at one moment, and how that was found. */
export interface MetricAssessment {
  /** The support system's verdict where it gave one, else the computed one. */
  verdict: SlaStatus;
  /** What the ticket's history says by itself, kept beside the support system's verdict for diagnosis. */
  computed_verdict: SlaStatus;
  source: SlaSource;
  /** The target in force, hours; null where none applies. */
  target_hours: number | null;
  /** Time used so far or up to the event, hours of the policy's calendar. */
  elapsed_hours: number;
  /** Time left to the target, or up to the event; below 0 by how much it was exceeded; null where none applies. */
  remaining_hours: number | null;
  /** When the target is used up; null while paused or where none applies. */
  due_at: Instant | null;
  /** When the target was first exceeded. */
  breached_at: Instant | null;
  /** When the clock stopped; null while it runs. */
  fulfilled_at: Instant | null;
  /** What stopped it: a ticket resolved without a reply ends the first-response clock too. */
  fulfilled_by: SlaMetric | null;
  /** When the verdict fell: the event if met, the first overshoot if breached; else null. */
  decided_at: Instant | null;
  /** Whether all pauses are known; without a history of statuses the time is gross. */
  pauses_known: boolean;
  /** Whether the present priority was taken for all of the ticket's life, for want of a history. */
  priority_assumed: boolean;
  /** One line that a person can check, such as "4 h 12 min of 4 h business time used; paused 26 h while pending". */
  explanation: string;
}

/** Both clocks of a ticket. */
export type SlaAssessment = Record<SlaMetric, MetricAssessment>;
