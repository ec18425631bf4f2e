import type { TicketStatus } from '../../model/ticket-status.js';
import type { Warn } from '../shared/page.js';
import type { SalesforceStatus } from './salesforce-payload.js';

/** What labels mean, which every organization words for itself. */
const CLOSED_LABEL = /clos|resol|solv|cancel|complete/;
const RESOLVED_LABEL = /resol|solv/;
const PENDING_LABEL = /hold|wait|pending|await/;
const OPEN_LABELS = new Set(['new', 'open', 'working', 'in progress', 'escalated', 'assigned', 'reopened']);

/** Reads status labels. */
export interface CaseStatusWords {
  /** The status of a case now. */
  current(label: string | null | undefined, isClosed: boolean, warn: Warn): TicketStatus;
  /** A status of its past, of which only the label is told. */
  past(label: string): TicketStatus;
}

const fold = (label: string): string => label.trim().toLowerCase();

const byRules = (label: string, isClosed: boolean): TicketStatus => {
  if (isClosed) return RESOLVED_LABEL.test(label) ? 'resolved' : 'closed';
  return PENDING_LABEL.test(label) ? 'pending' : 'open';
};

/**
 * Makes the reader of an organization's status labels: what the connection says wins, then whether the status closes a
 * case, then what its label sounds like. A label that nobody has heard of is read by the same rules, with a warning.
 *
 * @param statuses - the organization's own; null where they cannot be read
 */
export const createCaseStatusWords = (
  statusMap: Readonly<Record<string, TicketStatus>>,
  statuses: readonly SalesforceStatus[] | null,
): CaseStatusWords => {
  const overrides = new Map(Object.entries(statusMap).map(([label, status]) => [fold(label), status]));
  const closing = new Map<string, boolean>();
  for (const { ApiName, MasterLabel, IsClosed } of statuses ?? []) {
    closing.set(fold(MasterLabel), IsClosed);
    if (ApiName != null) closing.set(fold(ApiName), IsClosed);
  }
  const isKnown = (label: string, status: TicketStatus): boolean =>
    statuses ? closing.has(label) : status !== 'open' || OPEN_LABELS.has(label);
  return {
    current(label, isClosed, warn) {
      const word = fold(label ?? '');
      const given = overrides.get(word);
      if (given !== undefined) return given;
      const status = byRules(word, isClosed);
      if (!isKnown(word, status)) warn('unknown_status', 'Status', label ?? null);
      return status;
    },
    past(label) {
      const word = fold(label);
      return overrides.get(word) ?? byRules(word, closing.get(word) ?? CLOSED_LABEL.test(word));
    },
  };
};
