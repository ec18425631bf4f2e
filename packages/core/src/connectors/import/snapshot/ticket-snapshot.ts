import type { TicketPriority } from '../../../model/ticket-priority.js';
import type { TicketStatus } from '../../../model/ticket-status.js';

/** Fields that hold a moment. */
export type MomentField =
  | 'created_at'
  | 'first_response_at'
  | 'resolved_at'
  | 'closed_at'
  | 'csat_responded_at'
  | 'escalated_at'
  | 'source_updated_at'
  | 'event_at'
  | 'first_response_breached_at'
  | 'first_response_due_at'
  | 'resolution_breached_at'
  | 'resolution_due_at';

/** Fields that hold yes or no. */
export type FlagField = 'csat_offered' | 'is_escalated' | 'first_response_breached' | 'resolution_breached';

/** Fields that hold a whole number. */
export type CountField = 'reopened_count' | 'escalation_level' | 'sequence';

/** Fields that hold a text as it came. */
export type TextField =
  | 'subject'
  | 'category'
  | 'raw_status'
  | 'raw_priority'
  | 'csat_feedback'
  | 'escalation_reason'
  | 'external_url'
  | 'requester_email'
  | 'assignee'
  | 'customer_id'
  | 'customer_name';

/**
 * What one row says of a ticket, in our words. Only what is known is there, so a later row laid over
 * an earlier one gives what is known by then. Moments are milliseconds since the epoch: small, and JSON.
 */
export type TicketSnapshot = { external_id: string; status?: TicketStatus; priority?: TicketPriority } & Partial<
  Record<MomentField | CountField, number> & Record<FlagField, boolean> & Record<TextField, string>
> & { csat_score?: number; tags?: string[] };

/** Why a record cannot become a ticket. */
export interface Rejection {
  field: string;
  /** What was expected. */
  reason: string;
}

/** Tells a rejection from what was asked for. */
export const isRejection = (outcome: object): outcome is Rejection => 'reason' in outcome && 'field' in outcome;
