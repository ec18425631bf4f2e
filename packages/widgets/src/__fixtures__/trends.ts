import type { TrendData } from '@cscx/support-core';
import { NOW } from './clock.js';

const WEEK = 7 * 24 * 3_600_000;
/** The Monday of the running week. */
const THIS_WEEK = Date.parse(NOW.slice(0, 10));

const instant = (epoch: number): string => new Date(epoch).toISOString().replace('.000Z', 'Z');

/** Weeks up to the running one, from how many tickets were created and resolved in each, and what else happened. */
export function weeklyTrends(
  weeks: readonly (readonly [created: number, resolved: number, more?: Partial<TrendData>])[],
  openBefore = 0,
): TrendData[] {
  let open = openBefore;
  return weeks.map(([created, resolved, more], index) => {
    open += created + (more?.reopened ?? 0) - resolved;
    const start = THIS_WEEK - (weeks.length - 1 - index) * WEEK;
    return {
      bucket_start: instant(start),
      bucket_end: instant(start + WEEK),
      created,
      resolved,
      reopened: 0,
      open_at_end: open,
      escalated: 0,
      avg_csat: null,
      csat_responses: 0,
      first_response_met_pct: null,
      resolution_met_pct: null,
      ...more,
    };
  });
}
