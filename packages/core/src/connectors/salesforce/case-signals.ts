import type { Signals } from '../shared/signal-rules.js';
import type { SalesforceCase } from './salesforce-payload.js';

/** Owners whose ids begin so are queues, not people. */
const QUEUE = '00G';

export const isQueue = (ownerId: string | null | undefined): boolean => ownerId?.startsWith(QUEUE) === true;

/** A field's value as a rule compares it. */
const asText = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};

/**
 * What the rules of a connection may look at: `status`, `priority`, `type`, `reason`, `origin`, `is_escalated`, `group`
 * (the queue that owns the case), `record_type` (its id) and `field:<API name>`.
 */
export const caseSignals = (record: SalesforceCase, fields: readonly string[]): Signals => {
  const signals: Record<string, string | null | undefined> = {
    status: record.Status,
    priority: record.Priority,
    type: record.Type,
    reason: record.Reason,
    origin: record.Origin,
    is_escalated: record.IsEscalated == null ? null : String(record.IsEscalated),
    group: isQueue(record.OwnerId) ? record.Owner?.Name : null,
    record_type: record.RecordTypeId,
  };
  for (const field of fields) signals[`field:${field}`] = asText(record[field]);
  return signals;
};
