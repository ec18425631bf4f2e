import * as z from 'zod';
import type { TicketDraft } from '../../model/support-ticket.js';
import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import { instantOf, instantOrNull } from '../../time/instant.js';
import { type MappedRecord, UnreadableRecord, type Warn } from '../shared/page.js';
import type { Signals } from '../shared/signal-rules.js';
import { ticketId } from '../shared/ticket-id.js';
import { caseCsat } from './case-csat.js';
import type { CaseDetails } from './case-details.js';
import { caseHistory, type HistoryFacts } from './case-history.js';
import { caseSignals, isQueue } from './case-signals.js';
import { caseSla } from './case-sla.js';
import type { CaseWords } from './case-words.js';
import { firstResponse } from './first-response.js';
import { salesforceId } from './salesforce-id.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { SalesforceSettings } from './salesforce-options.js';
import type { SalesforceCase } from './salesforce-payload.js';

/** By what cases are read. */
export interface CaseReading {
  settings: SalesforceSettings;
  words: CaseWords;
  /** Without a slash at its end. */
  instanceUrl: string;
}

const emailSchema = z.email();

const orNull = (text: string | null | undefined): string | null => (text == null || text === '' ? null : text);

const needMoment = (record: SalesforceCase, field: 'CreatedDate' | 'SystemModstamp'): number => {
  const moment = salesforceMoment(record[field]);
  if (moment === null) throw new UnreadableRecord(field, 'expected a date and time with an offset');
  return moment;
};

const idOf = (record: SalesforceCase): string => {
  const id = salesforceId(record.Id);
  if (id === null) throw new UnreadableRecord('Id', 'expected an id of 15 or 18 characters');
  return id;
};

const emailOf = (record: SalesforceCase, warn: Warn): string | null => {
  const { ContactEmail, Contact, SuppliedEmail } = record;
  const given = orNull(ContactEmail) ?? orNull(Contact?.Email) ?? orNull(SuppliedEmail);
  if (given === null || emailSchema.safeParse(given).success) return given;
  warn('invalid_email', 'ContactEmail');
  return null;
};

const valueText = (value: unknown): string | null => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? orNull(value) : null;
};

const companyOf = (record: SalesforceCase, settings: SalesforceSettings): NonNullable<TicketDraft['company']> => {
  const { AccountId, Account, SuppliedCompany } = record;
  const { account_external_id_field: externalId, customer_field: field } = settings;
  return {
    id: AccountId == null ? null : salesforceId(AccountId),
    external_id: externalId === undefined ? null : valueText(Account?.[externalId]),
    name: valueText(Account?.['Name']) ?? orNull(SuppliedCompany),
    custom_field: field === undefined ? null : valueText(record[field]),
  };
};

const categoryOf = (record: SalesforceCase, signals: Signals, { settings, words }: CaseReading): string => {
  const { category_field: field } = settings;
  const named = field === undefined ? null : valueText(record[field]);
  return words.category(signals)?.category ?? named ?? orNull(record.Type) ?? 'uncategorized';
};

/** A flag that is set now, or was by the history: on close Salesforce takes it back. */
const escalationOf = (
  signals: Signals,
  { words }: CaseReading,
  { escalation, isDeescalated }: HistoryFacts,
  status: TicketStatus,
) => {
  const rule = words.escalation(signals);
  if (!rule && !escalation) return { is_escalated: false };
  const isOver = !isUnresolved(status) || (!rule && isDeescalated);
  return {
    is_escalated: true,
    escalation_reason: rule?.reason ?? escalation?.reason ?? null,
    escalation_level: rule?.level ?? null,
    escalated_at: instantOrNull(escalation?.at),
    escalation_status: isOver ? ('resolved' as const) : ('open' as const),
  };
};

/** When the case was closed, by its own word. Imported cases say so of times before they were opened. */
const closedMoment = (record: SalesforceCase, createdAt: number, warn: Warn): number | null => {
  const closedAt = record.IsClosed === true ? salesforceMoment(record.ClosedDate) : null;
  if (closedAt === null || closedAt >= createdAt) return closedAt;
  warn('before_creation', 'ClosedDate');
  return null;
};

/** Names the removal of a case that does not count; null: it does. */
const removalReason = (record: SalesforceCase, { record_type_ids: types }: SalesforceSettings) => {
  if (record.IsDeleted === true) return orNull(record.MasterRecordId) === null ? 'deleted' : 'merged';
  if (!types) return null;
  const own = salesforceId(record.RecordTypeId ?? '');
  return own !== null && types.some((type) => salesforceId(type) === own) ? null : 'internal';
};

/**
 * Maps a case and what other objects tell of it.
 *
 * @param record - as `query`, `queryAll` or a bulk job gave it
 * @throws UnreadableRecord for a case that cannot be placed in time
 */
export const mapSalesforceTicket = (
  record: SalesforceCase,
  details: CaseDetails,
  reading: CaseReading,
  warn: Warn,
): MappedRecord => {
  const { settings, words, instanceUrl } = reading;
  const external_id = idOf(record);
  const ticket_id = ticketId('salesforce', settings.my_domain, external_id);
  const updatedAt = needMoment(record, 'SystemModstamp');
  const source_updated_at = instantOf(updatedAt);
  const reason = removalReason(record, settings);
  if (reason !== null) return { removed: [{ ticket_id, reason, source_updated_at }] };

  const createdAt = needMoment(record, 'CreatedDate');
  const closedAt = closedMoment(record, createdAt, warn);
  const isClosed = record.IsClosed === true;
  const status = words.status.current(record.Status, isClosed, warn);
  const isDone = !isUnresolved(status);
  const signals = caseSignals(record, words.signalFields);
  const history = caseHistory(
    details.history,
    {
      ticketId: ticket_id,
      createdAt,
      updatedAt,
      closedAt,
      status: record.Status ?? '',
      priority: record.Priority ?? null,
      reasonWith: (changed) => words.escalation({ ...signals, ...changed })?.reason ?? null,
    },
    words,
  );
  const ticket: TicketDraft = {
    ticket_id,
    external_id,
    external_number: orNull(record.CaseNumber),
    source_system: 'salesforce',
    external_url: `${instanceUrl}/lightning/r/Case/${external_id}/view`,
    subject: record.Subject ?? '',
    category: categoryOf(record, signals, reading),
    priority: words.priority(record.Priority, warn),
    raw_priority: record.Priority ?? null,
    status,
    raw_status: record.Status ?? null,
    created_at: instantOf(createdAt),
    first_response_at: instantOrNull(
      firstResponse({ record, createdAt, ...details }, { settings, metricOf: words.metricOf }),
    ),
    resolved_at: isDone ? instantOrNull(closedAt) : null,
    first_resolved_at: instantOrNull(history.firstResolvedAt),
    closed_at: status === 'closed' ? instantOrNull(history.closedAt ?? closedAt) : null,
    ...caseCsat(settings.csat, record, { details, createdAt, warn }),
    ...escalationOf(signals, reading, history, status),
    reopened_count: history.reopened,
    ...caseSla(details.milestones, words.metricOf, { isClosed, closedAt, isStopped: record.IsStopped === true }),
    requester_email: emailOf(record, warn),
    company: companyOf(record, settings),
    assignee: isQueue(record.OwnerId) ? null : orNull(record.Owner?.Name),
    tags: [],
    source_updated_at,
  };
  return { tickets: [ticket], events: history.events };
};
