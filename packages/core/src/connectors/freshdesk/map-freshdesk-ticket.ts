import { type TicketDraft, ticketFactsSchema } from '../../model/support-ticket.js';
import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import { instantOf, instantOrNull } from '../../time/instant.js';
import type { RemovedTicket } from '../connector.js';
import type { MappedRecord, Warn } from '../shared/page.js';
import type { Signals } from '../shared/signal-rules.js';
import { ticketId } from '../shared/ticket-id.js';
import { customField, ticketCompany } from './freshdesk-company.js';
import type { FreshdeskDirectory } from './freshdesk-directory.js';
import { freshdeskOrigin } from './freshdesk-domain.js';
import type { FreshdeskMapping } from './freshdesk-mapping.js';
import { type FreshdeskMoments, readMoments } from './freshdesk-moments.js';
import { type FreshdeskTicketPayload, isSet } from './freshdesk-payload.js';
import { freshdeskSla } from './freshdesk-sla.js';
import { OUTBOUND_EMAIL } from './freshdesk-words.js';

const emailSchema = ticketFactsSchema.shape.requester_email;

const emailOf = ({ requester }: FreshdeskTicketPayload, warn: Warn): string | null => {
  const email = requester?.email || null;
  if (email === null || emailSchema.safeParse(email).success) return email;
  warn('not_an_email', 'requester.email');
  return null;
};

/** Flags that say that an SLA was missed, which is no person's escalation. */
const slaSignals = ({ fr_escalated, is_escalated, nr_escalated }: FreshdeskTicketPayload): string[] => [
  ...(isSet(fr_escalated) ? ['first_response_overdue'] : []),
  ...(isSet(nr_escalated) ? ['next_response_overdue'] : []),
  ...(isSet(is_escalated) ? ['resolution_overdue'] : []),
];

const removalReason = (
  { deleted, spam, requester_id }: FreshdeskTicketPayload,
  directory: FreshdeskDirectory,
): RemovedTicket['reason'] | null => {
  if (isSet(deleted)) return 'deleted';
  if (isSet(spam)) return 'spam';
  return requester_id != null && directory.agent(requester_id) ? 'internal' : null;
};

const escalation = (
  signals: Signals,
  status: TicketStatus,
  { escalationRule, settings }: FreshdeskMapping,
): Pick<TicketDraft, 'is_escalated'> & Partial<TicketDraft> => {
  const rule = escalationRule(signals);
  if (rule === undefined) {
    return { is_escalated: false, ...(settings.escalation_rules.length === 0 && { escalation_known: false }) };
  }
  return {
    is_escalated: true,
    escalation_reason: rule.reason,
    escalation_level: rule.level ?? null,
    escalated_at: null,
    escalation_status: isUnresolved(status) ? 'open' : 'resolved',
  };
};

/** The message that an agent sent to a customer is the first one, and no answer to anybody. */
const firstResponse = (
  { source }: FreshdeskTicketPayload,
  { created, firstReply }: FreshdeskMoments,
): Pick<TicketDraft, 'first_response_at' | 'opened_by'> =>
  source === OUTBOUND_EMAIL
    ? { opened_by: 'agent', first_response_at: instantOf(created) }
    : { first_response_at: instantOrNull(firstReply) };

/**
 * Makes a ticket of what Freshdesk says of it, or a removal of one that is deleted, spam, or an agent's own.
 *
 * @throws UnreadableRecord for a ticket without a readable creation or last change
 */
export const mapFreshdeskTicket = (
  payload: FreshdeskTicketPayload,
  mapping: FreshdeskMapping,
  directory: FreshdeskDirectory,
  warn: Warn,
): MappedRecord => {
  const { settings, words } = mapping;
  const external_id = String(payload.id);
  const ticket_id = ticketId('freshdesk', settings.domain, external_id);
  const status = words.status(payload.status, directory.labels, warn);
  const moments = readMoments(payload, status.value, warn);
  const source_updated_at = instantOf(moments.updated);
  const reason = removalReason(payload, directory);
  if (reason !== null) return { removed: [{ ticket_id, reason, source_updated_at }] };

  const priority = words.priority(payload.priority, directory.labels, warn);
  const type = payload.type?.trim() || null;
  const tags = payload.tags ?? [];
  const signals: Signals = {
    tags,
    type,
    status: status.raw,
    priority: priority?.raw,
    group: payload.group_id == null ? null : directory.groupName(payload.group_id),
    source: words.source(payload.source),
    sla: slaSignals(payload),
    ...mapping.fieldSignals(payload.custom_fields),
  };
  const category =
    mapping.categoryRule(signals)?.category ?? customField(payload.custom_fields, settings.category_field) ?? type;
  const { closed, wasReopened } = moments;
  const resolved_at = instantOrNull(moments.resolved);
  const ticket: TicketDraft = {
    ticket_id,
    source_system: 'freshdesk',
    external_id,
    external_url: `${freshdeskOrigin(settings.domain)}/a/tickets/${external_id}`,
    subject: payload.subject ?? '',
    category: category ?? 'uncategorized',
    priority: priority?.value ?? 'medium',
    raw_priority: priority?.raw ?? null,
    status: status.value,
    raw_status: status.raw,
    created_at: instantOf(moments.created),
    source_updated_at,
    ...firstResponse(payload, moments),
    resolved_at,
    first_resolved_at: wasReopened ? null : resolved_at,
    closed_at: instantOrNull(closed),
    // At least once: Freshdesk does not count.
    reopened_count: wasReopened ? 1 : 0,
    csat_offered: null,
    ...escalation(signals, status.value, mapping),
    ...(settings.sla === 'vendor' && {
      vendor_sla: freshdeskSla(payload, moments, { status: status.value, isStopped: status.isStopped }),
    }),
    ...ticketCompany(payload, directory, settings.customer_field),
    requester_email: emailOf(payload, warn),
    assignee: payload.responder_id == null ? null : (directory.agent(payload.responder_id)?.name ?? null),
    tags,
  };
  return { tickets: [ticket] };
};
