import type { CsatSummary } from '../model/csat-summary.js';

/** What the attention score looks at. */
export interface SupportSignals {
  /** Escalations that stand; the time each has been pending in days. */
  escalation_days: readonly number[];
  spike: { current: number; usual: number; change_pct: number | null } | null;
  open_tickets: number;
  /** Open tickets with a target already missed. */
  open_breached: number;
  /** Open tickets about to miss one. */
  open_at_risk: number;
  csat: Pick<CsatSummary, 'avg_csat' | 'csat_responses' | 'trend' | 'previous_avg_csat'>;
  low_csat_below: number;
  low_csat_min_responses: number;
}
