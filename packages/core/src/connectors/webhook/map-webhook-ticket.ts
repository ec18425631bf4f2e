import * as z from 'zod';
import type { RemovedTicket, TicketPatch } from '../connector.js';
import type { TicketDraft } from '../../model/support-ticket.js';
import { type TicketPriority, ticketPrioritySchema } from '../../model/ticket-priority.js';
import { isUnresolved, type TicketStatus, ticketStatusSchema } from '../../model/ticket-status.js';
import { instantOf, instantOrNull } from '../../time/instant.js';
import { isHttpUrl } from '../shared/http-url.js';
import { UnreadableRecord, type Warn } from '../shared/page.js';
import { createRules, type Signals } from '../shared/signal-rules.js';
import { ticketId } from '../shared/ticket-id.js';
import { createWordMap } from '../shared/word-map.js';
import { mapWebhookSla } from './map-webhook-sla.js';
import type { ReadWebhookSettings } from './webhook-options.js';
import type { TicketPayload } from './webhook-payload.js';

type DraftField = keyof TicketDraft;

/** Every delivery tells these. */
const ALWAYS: readonly DraftField[] = ['ticket_id', 'source_system', 'external_id', 'source_updated_at'];

/** What each key of a delivery decides. */
const DECIDES: Readonly<Partial<Record<keyof TicketPayload, readonly DraftField[]>>> = {
  number: ['external_number'],
  subject: ['subject'],
  status: ['status', 'raw_status'],
  priority: ['priority', 'raw_priority'],
  type: ['category'],
  createdAt: ['created_at'],
  firstResponseAt: ['first_response_at'],
  resolvedAt: ['resolved_at'],
  closedAt: ['closed_at'],
  customer: ['company'],
  requester: ['requester_email'],
  assignee: ['assignee'],
  tags: ['tags'],
  escalated: ['is_escalated', 'escalation_known', 'escalation_reason', 'escalation_level'],
  escalatedAt: ['escalated_at'],
  sla: ['vendor_sla'],
  url: ['external_url'],
};

const emailSchema = z.email();

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;

const customText = (custom: TicketPayload['custom'], field: string | undefined): string | null =>
  (field === undefined ? null : textOf(custom?.[field])?.trim()) || null;

const signalOf = (value: unknown): string | string[] | null =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== null) : textOf(value);

/** What rules may look at. */
const signalsOf = ({ status, priority, type, channel, tags, custom }: TicketPayload): Signals => ({
  status,
  priority,
  type,
  channel,
  tags,
  ...Object.fromEntries(Object.entries(custom ?? {}).map(([name, value]) => [`field:${name}`, signalOf(value)])),
});

/** Our words, and those that the connection's administrator added to them. */
const createWord = <Value extends string>(
  field: 'status' | 'priority',
  words: readonly Value[],
  aliases: Readonly<Record<string, Value>>,
) => {
  const own = Object.fromEntries(words.map((word) => [word, word])) as Record<Value, Value>;
  const read = createWordMap<Value | null>({ field, words: aliases, overrides: own, fallback: null });
  const expected = `expected ${words.join(', ')} or a word of ${field}_map`;
  return (word: string): Value => {
    const value = read(word, () => {});
    if (value === null) throw new UnreadableRecord(`data.${field}`, expected);
    return value;
  };
};

/** What a ticket of which nothing is known yet must be. */
const statusByDates = ({ resolvedAt, closedAt }: TicketPayload): TicketStatus =>
  closedAt ? 'closed' : resolvedAt ? 'resolved' : 'open';

/** A text that fits, else null and a warning. */
const fitting = (text: string | null | undefined, fits: (text: string) => boolean, warn: () => void): string | null => {
  if (text == null || text === '') return null;
  if (fits(text)) return text;
  warn();
  return null;
};

/** Translates a ticket; `happenedAt` of the delivery stands in for a time of change that is not told. */
type TicketMapper = (payload: TicketPayload, happenedAt: number, warn: Warn) => TicketPatch | RemovedTicket;

/** Makes the reader of `ticket.upserted`; it throws an {@link UnreadableRecord} for a status or priority without meaning. */
export const createTicketMapper = (settings: ReadWebhookSettings): TicketMapper => {
  const { instance, category_field, customer_field, escalation_rules, category_rules } = settings;
  const readStatus = createWord<TicketStatus>('status', ticketStatusSchema.options, settings.status_map);
  const readPriority = createWord<TicketPriority>('priority', ticketPrioritySchema.options, settings.priority_map);
  const escalationRule = createRules(escalation_rules);
  const categoryRule = createRules(category_rules);
  const hasRules = escalation_rules.length + category_rules.length > 0;

  return (payload, happenedAt, warn) => {
    const { id, updatedAt = happenedAt, createdAt, custom, customer } = payload;
    const ticket_id = ticketId('webhook', instance, id);
    const source_updated_at = instantOf(updatedAt);
    if (payload.deleted) return { ticket_id, reason: 'deleted', source_updated_at };

    const signals = hasRules ? signalsOf(payload) : {};
    const escalation = escalationRule(signals);
    const word = customText(custom, category_field) ?? payload.type?.trim();
    const category = categoryRule(signals)?.category ?? word;
    const status = payload.status === undefined ? statusByDates(payload) : readStatus(payload.status);
    const isDone = !isUnresolved(status);
    const customField = customText(custom, customer_field);

    const laterThanCreation = (field: 'firstResponseAt' | 'resolvedAt' | 'closedAt'): number | null => {
      const moment = payload[field] ?? null;
      if (moment === null || createdAt === undefined || moment >= createdAt) return moment;
      warn('impossible_moment', `data.${field}`);
      return null;
    };

    const draft: TicketDraft = {
      ticket_id,
      source_system: 'webhook',
      external_id: id,
      external_number: payload.number || null,
      source_updated_at,
      subject: payload.subject ?? '',
      category: category || 'uncategorized',
      status,
      raw_status: payload.status ?? null,
      priority: payload.priority == null ? 'medium' : readPriority(payload.priority),
      raw_priority: payload.priority ?? null,
      created_at: instantOf(createdAt ?? updatedAt),
      first_response_at: instantOrNull(laterThanCreation('firstResponseAt')),
      resolved_at: isDone ? instantOrNull(laterThanCreation('resolvedAt')) : null,
      closed_at: isDone ? instantOrNull(laterThanCreation('closedAt')) : null,
      csat_offered: null,
      is_escalated: payload.escalated === true || escalation !== undefined,
      escalation_known: 'escalated' in payload || escalation_rules.length > 0,
      escalation_reason: escalation?.reason ?? (payload.escalated ? 'marked as escalated by the sender' : null),
      escalation_level: escalation?.level ?? null,
      escalated_at: instantOrNull(payload.escalatedAt),
      reopened_count: 0,
      external_url: fitting(payload.url, isHttpUrl, () => warn('unusable_url', 'data.url')),
      requester_email: fitting(
        payload.requester?.email,
        (email) => emailSchema.safeParse(email).success,
        () => warn('invalid_email', 'data.requester.email'),
      ),
      assignee: payload.assignee?.name || null,
      tags: payload.tags ?? [],
      vendor_sla: payload.sla ? mapWebhookSla(payload.sla, payload, updatedAt) : {},
      company: {
        id: customer?.externalId ?? null,
        external_id: customer?.id ?? null,
        name: customer?.name ?? null,
        custom_field: customField,
      },
    };
    const given = new Set<DraftField>(ALWAYS);
    const give = (fields: readonly DraftField[] = []): void => {
      for (const field of fields) given.add(field);
    };
    for (const key of Object.keys(payload)) give(DECIDES[key as keyof TicketPayload]);
    // What follows from a rule, a field or a status is told too, without a key of its own.
    if (escalation) give(DECIDES.escalated);
    if (category) give(DECIDES.type);
    if (customField) give(DECIDES.customer);
    if (payload.status !== undefined && !isDone) give(['resolved_at', 'closed_at']);
    return { draft, given: [...given] };
  };
};
