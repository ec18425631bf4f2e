import type { TicketPriority } from '../../model/ticket-priority.js';
import type { TicketStatus } from '../../model/ticket-status.js';
import type { Warn } from '../shared/page.js';
import { createWordMap } from '../shared/word-map.js';
import type { ZendeskSettings } from './zendesk-options.js';
import type { StatusLabels } from './zendesk-status-labels.js';
import type { ZendeskTicketPayload } from './zendesk-payload.js';

const STATUSES: Readonly<Record<string, TicketStatus>> = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'resolved',
  closed: 'closed',
};

const PRIORITIES: Readonly<Record<string, TicketPriority>> = {
  low: 'low',
  normal: 'medium',
  high: 'high',
  urgent: 'critical',
};

/** Reads priorities; none is `medium`. */
export const createPriorityWords = ({ priority_map }: ZendeskSettings) =>
  createWordMap({
    field: 'priority',
    words: PRIORITIES,
    overrides: priority_map,
    fallback: 'medium' as const,
    absent: 'medium' as const,
  });

/**
 * Reads statuses. The account's own label is the raw status, and it decides where a connection says what it means; else
 * the category, which `status` still carries, does.
 */
export const createStatusWords = ({ status_map }: ZendeskSettings) => {
  const overridden = new Set(Object.keys(status_map).map((word) => word.trim().toLowerCase()));
  const meaning = createWordMap({ field: 'status', words: STATUSES, overrides: status_map, fallback: 'open' as const });
  return (
    { status, custom_status_id }: ZendeskTicketPayload,
    labels: StatusLabels,
    warn: Warn,
  ): { status: TicketStatus; raw_status: string } => {
    const label = custom_status_id == null ? undefined : labels.get(String(custom_status_id));
    const word = label !== undefined && overridden.has(label.trim().toLowerCase()) ? label : status;
    return { status: meaning(word, warn), raw_status: label ?? status };
  };
};
