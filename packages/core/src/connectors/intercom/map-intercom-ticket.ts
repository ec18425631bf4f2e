import type { TicketDraft } from '../../model/support-ticket.js';
import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import { instantOf, instantOrNull } from '../../time/instant.js';
import { type MappedRecord, UnreadableRecord, type Warn } from '../shared/page.js';
import { createRules, type Signals } from '../shared/signal-rules.js';
import { ticketId } from '../shared/ticket-id.js';
import { attributeText } from './attribute-text.js';
import { createEscalationReader, tagsOf } from './intercom-escalation.js';
import { intercomUrl } from './intercom-hosts.js';
import { recordSpan, resolutionMoments } from './intercom-moments.js';
import type { ReadIntercomSettings } from './intercom-options.js';
import type { IntercomConversation } from './intercom-payload.js';
import { readPeople } from './intercom-people.js';
import { humanRating } from './intercom-rating.js';
import { idText, type IntercomContext, type IntercomRecord } from './intercom-record.js';
import { intercomSubject } from './intercom-subject.js';
import { createIntercomWords, ticketStateOf } from './intercom-words.js';
import { createSignalReader, customAttribute } from './record-signals.js';
import { readTicketHistory } from './ticket-history.js';

/** Makes a draft and events of a conversation, a ticket or both; pure. */
export type IntercomMapping = (record: IntercomRecord, context: IntercomContext, warn: Warn) => MappedRecord;

/** `missed` and `hit` are verdicts; `active` may already be late, since `missed` is only written at the next reply. */
const SLA_VERDICTS: Readonly<Partial<Record<string, boolean>>> = { hit: false, missed: true };

/** One status covers all of a conversation's targets. */
const vendorSla = (conversation: IntercomConversation | null): Pick<TicketDraft, 'vendor_sla'> => {
  const word = conversation?.sla_applied?.sla_status ?? '';
  const is_breached = Object.hasOwn(SLA_VERDICTS, word) ? SLA_VERDICTS[word] : undefined;
  return is_breached === undefined ? {} : { vendor_sla: { resolution: { is_breached } } };
};

const reopensOf = (conversation: IntercomConversation | null): number => {
  const count = conversation?.statistics?.count_reopens ?? 0;
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
};

const isUnansweredOutbound = ({ conversation, ticket }: IntercomRecord): boolean => {
  const how = conversation?.source?.delivered_as ?? null;
  if (ticket || how === null || how === 'customer_initiated') return false;
  return conversation?.statistics?.first_contact_reply_at == null;
};

/** Builds the mapping of a connection. */
export const createIntercomMapping = (settings: ReadIntercomSettings): IntercomMapping => {
  const { app_id, region, escalation_rules, category_rules } = settings;
  const words = createIntercomWords(settings);
  const readSignals = createSignalReader([...escalation_rules, ...category_rules]);
  const firstCategory = createRules(category_rules);
  const readEscalation = createEscalationReader(escalation_rules);
  const counted = new Set<string>(settings.ticket_categories);

  const isInternal = (record: IntercomRecord): boolean => {
    const kind = record.ticket?.category ?? record.ticket?.ticket_type?.category ?? null;
    if (kind !== null && !counted.has(kind)) return true;
    return settings.unanswered_outbound === 'drop' && isUnansweredOutbound(record);
  };

  const categoryOf = (record: IntercomRecord, signals: Signals): string =>
    firstCategory(signals)?.category ??
    customAttribute(record, settings.category_field) ??
    (record.ticket?.ticket_type?.name?.trim() ||
      record.conversation?.topics?.topics?.[0]?.name?.trim() ||
      'uncategorized');

  const statusOf = ({ conversation, ticket }: IntercomRecord, warn: Warn) => {
    if (!ticket) {
      const state = conversation?.state ?? null;
      return { status: words.conversationStatus(state, warn), raw_status: state };
    }
    const { category, label } = ticketStateOf(ticket);
    return { status: words.ticketStatus(ticket, warn), raw_status: label ?? category };
  };

  const escalationOf = (conversation: IntercomConversation | null, signals: Signals, status: TicketStatus) => {
    const found = readEscalation(signals, tagsOf(conversation));
    if (!found) return { is_escalated: false };
    return {
      is_escalated: true,
      escalation_reason: found.rule.reason,
      escalation_level: found.rule.level ?? null,
      escalated_at: instantOrNull(found.at),
      escalation_status: isUnresolved(status) ? ('open' as const) : ('resolved' as const),
    };
  };

  return (record, context, warn) => {
    const { conversation, ticket } = record;
    const external_id = idText(conversation?.id ?? ticket?.id);
    if (external_id === null) throw new UnreadableRecord('id', 'expected an id');
    const ticket_id = ticketId('intercom', app_id, external_id);
    const { created, updated } = recordSpan(record);
    const source_updated_at = instantOf(updated);
    if (isInternal(record)) return { removed: [{ ticket_id, reason: 'internal', source_updated_at }] };

    const history = ticket && readTicketHistory(ticket, { ticket_id, created }, words.ticketCategory, warn);
    const { status, raw_status } = statusOf(record, warn);
    const raw_priority =
      attributeText(ticket?.ticket_attributes, settings.priority_field) ?? conversation?.priority ?? null;
    const moments = resolutionMoments(record, created, status, history, warn);
    const signals = readSignals(record, context, { status: raw_status, priority: raw_priority });
    const draft: TicketDraft = {
      ticket_id,
      subject: intercomSubject(record, settings.subject_from_message),
      category: categoryOf(record, signals),
      priority: words.priority(raw_priority, warn),
      raw_priority,
      status,
      raw_status,
      created_at: instantOf(created),
      first_response_at: instantOrNull(moments.first_response),
      resolved_at: instantOrNull(moments.resolved),
      first_resolved_at: instantOrNull(moments.first_resolved),
      closed_at: instantOrNull(moments.closed),
      ...humanRating(conversation, created, warn),
      ...escalationOf(conversation, signals, status),
      reopened_count: history?.reopened ?? reopensOf(conversation),
      source_system: 'intercom',
      external_id,
      external_number: idText(ticket?.ticket_id),
      external_url: intercomUrl(region, app_id, external_id),
      ...readPeople(record, context, settings.customer_field, warn),
      tags: tagsOf(conversation).map(({ name }) => name),
      source_updated_at,
      ...vendorSla(conversation),
    };
    return { tickets: [draft], events: history?.events ?? [] };
  };
};
