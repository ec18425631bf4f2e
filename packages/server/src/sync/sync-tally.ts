import type { DegradedCapability, MappingWarning, PulledPage } from '@cscx/support-core/connectors';

/** What a sync did, or has done so far. */
export interface SyncTally {
  /** Tickets that were handed over; pulls overlap, so some are handed over again. */
  pulled: number;
  /** Tickets that are new or now different, be it by an event alone. */
  changed: number;
  /** Tickets that were there and count no more. */
  removed: number;
  /** Tickets of which nobody can tell whose they are. */
  unmatched: number;
  /** Records that could not be read. */
  skipped: number;
}

/** What a sync could not read as it should be. */
export interface SyncWarnings {
  /** What was read in a stated way although it was unforeseen. */
  warnings: MappingWarning[];
  /** What this account does not have now. */
  degraded: DegradedCapability[];
}

/** Adds those of one more page: the same matter is counted, not said again. */
export const addWarnings = (all: SyncWarnings, page: Pick<PulledPage, 'warnings' | 'degraded'>): void => {
  for (const warning of page.warnings) {
    const known = all.warnings.find(
      ({ code, field, value }) => code === warning.code && field === warning.field && value === warning.value,
    );
    if (known) known.count += warning.count;
    else all.warnings.push({ ...warning });
  }
  for (const { capability, reason } of page.degraded) {
    const isKnown = all.degraded.some((known) => known.capability === capability && known.reason === reason);
    if (!isKnown) all.degraded.push({ capability, reason });
  }
};
