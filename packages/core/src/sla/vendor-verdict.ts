import type { SlaMetric } from '../model/sla-status.js';
import type { TicketRecord, VendorVerdict } from '../model/support-ticket.js';
import { epochOf } from '../time/instant.js';
import type { Course } from './sla-course.js';
import type { SlaEvents } from './sla-events.js';

/** What the support system's own words are held against; moments in milliseconds. */
export interface VendorTerms {
  events: SlaEvents;
  course: Course;
  /** When the target was missed by our own reckoning; null: not. */
  computed: number | null;
  /** Whether the ticket waits for somebody else, so that the support system's clocks stand still. */
  isWaiting: boolean;
  /** Whether the reply that would stop the clock is not told by this source. */
  isReplyUnknown: boolean;
  asOf: number;
}

/** The support system's word on one clock; null in it is: not, or not told. */
export interface VendorReading {
  breachedAt: number | null;
  dueAt: number | null;
  target: number | null;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** When a due time was overrun: by the moment the clock stopped, or by now while it runs. */
const overrun = (dueAt: number | null, { course, isWaiting, asOf }: VendorTerms): number | null => {
  const { fulfilledAt, isPaused } = course;
  const isStanding = fulfilledAt === null && (isPaused || isWaiting);
  return dueAt !== null && !isStanding && seconds(fulfilledAt ?? asOf) > seconds(dueAt) ? dueAt : null;
};

/**
 * When a breach happened that the ticket's facts tell. A vendor that gives no time is taken to have breached when the
 * target was used up, else when the clock stopped, else at its last word; never after the clock stopped.
 */
const toldBreach = (
  { breached_at, due_at }: VendorVerdict,
  { events, course, computed }: VendorTerms,
  { source_updated_at }: TicketRecord,
): number => {
  const stated = breached_at ? epochOf(breached_at) : (events.breachedAt ?? (due_at ? epochOf(due_at) : null));
  const at = stated ?? computed ?? course.fulfilledAt ?? epochOf(source_updated_at);
  return Math.min(at, course.fulfilledAt ?? Infinity);
};

/**
 * When a breach happened that an event tells. Where the events follow the clock, one after the target was fulfilled is no
 * breach; where there is nothing but the breach, as in a file, its time is that of the row that told it.
 */
const eventBreach = ({ events, course }: VendorTerms): number | null => {
  const { breachedAt, isApplied } = events;
  const { fulfilledAt } = course;
  if (breachedAt === null || fulfilledAt === null || breachedAt <= fulfilledAt) return breachedAt;
  return isApplied ? null : fulfilledAt;
};

const breachOf = (
  verdict: VendorVerdict | undefined,
  dueAt: number | null,
  terms: VendorTerms,
  ticket: TicketRecord,
) => {
  if (verdict?.is_breached === true) return toldBreach(verdict, terms, ticket);
  return eventBreach(terms) ?? (verdict?.is_breached === null ? overrun(dueAt, terms) : null);
};

/**
 * What the support system says of one clock, by the ticket's facts (`vendor_sla`) and by its events; undefined where it
 * says nothing, and our own reckoning stands: no verdict, no target applied, no breach told. Nothing after `asOf` is seen,
 * but for a forecast of when the target will be missed.
 */
export const readVendor = (ticket: TicketRecord, metric: SlaMetric, terms: VendorTerms): VendorReading | undefined => {
  const { events, asOf } = terms;
  const verdict = ticket.vendor_sla?.[metric];
  if (!verdict && !events.isApplied && events.breachedAt === null) return undefined;
  const isOpenQuestion = verdict?.is_breached === null && !events.isApplied && events.breachedAt === null;
  if (isOpenQuestion && terms.isReplyUnknown) return undefined;
  const dueAt = verdict?.due_at ? epochOf(verdict.due_at) : events.dueAt;
  const breachedAt = breachOf(verdict, dueAt, terms, ticket);
  return { breachedAt: breachedAt !== null && breachedAt <= asOf ? breachedAt : null, dueAt, target: events.target };
};
