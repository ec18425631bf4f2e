import type { TicketDraft, VendorVerdict } from '../../../model/support-ticket.js';
import { isUnresolved } from '../../../model/ticket-status.js';
import { instantOf, instantOrNull } from '../../../time/instant.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { isHttpUrl } from '../../shared/http-url.js';
import { historyFacts, type TicketHistoryFacts } from './history-facts.js';
import { importedTicketId } from './ticket-id.js';
import type { MomentField, Rejection, TicketSnapshot } from './ticket-snapshot.js';
import type { Warn } from './warning-counter.js';

/** Moments that prove the row was written no earlier; due dates lie in the future. */
const EVIDENCE = [
  'created_at',
  'first_response_at',
  'resolved_at',
  'closed_at',
  'csat_responded_at',
  'escalated_at',
  'event_at',
] as const satisfies readonly MomentField[];

const latest = (snapshot: TicketSnapshot): number =>
  snapshot.source_updated_at ?? Math.max(...EVIDENCE.map((field) => snapshot[field] ?? 0));

/** A moment that must lie after the creation, or nothing with a warning. */
const onlyAfterCreation = (
  snapshot: TicketSnapshot,
  field: MomentField,
  { warn, isStrict }: { warn: Warn; isStrict: boolean },
): number | null => {
  const moment = snapshot[field];
  const { created_at = 0 } = snapshot;
  if (moment === undefined) return null;
  if (isStrict ? moment > created_at : moment >= created_at) return moment;
  warn(isStrict ? 'not_after_creation' : 'before_creation', field);
  return null;
};

const verdict = (snapshot: TicketSnapshot, metric: 'first_response' | 'resolution'): VendorVerdict | undefined => {
  const is_breached = snapshot[`${metric}_breached`];
  if (is_breached === undefined) return undefined;
  return {
    is_breached,
    breached_at: is_breached ? instantOrNull(snapshot[`${metric}_breached_at`]) : null,
    due_at: instantOrNull(snapshot[`${metric}_due_at`]),
  };
};

const vendorSla = (snapshot: TicketSnapshot): Pick<TicketDraft, 'vendor_sla'> => {
  const first_response = verdict(snapshot, 'first_response');
  const resolution = verdict(snapshot, 'resolution');
  if (first_response === undefined && resolution === undefined) return {};
  return { vendor_sla: { ...(first_response && { first_response }), ...(resolution && { resolution }) } };
};

const externalUrl = ({ external_id, external_url }: TicketSnapshot, template: string | undefined): string | null => {
  if (external_url !== undefined) return external_url;
  const url = template?.replaceAll('{external_id}', encodeURIComponent(external_id));
  return url !== undefined && isHttpUrl(url) ? url : null;
};

/** A file without such a column or rule says nothing of escalations, which is not that there were none. */
const tellsEscalations = ({ columns, escalation }: ImportMapping): boolean =>
  columns.is_escalated !== undefined || columns.escalated_at !== undefined || (escalation?.rules.length ?? 0) > 0;

const escalation = (
  snapshot: TicketSnapshot,
  { status, is_deescalated }: TicketHistoryFacts,
  { mapping, warn }: { mapping: ImportMapping; warn: Warn },
) => {
  if (snapshot.is_escalated !== true) {
    return { is_escalated: false, ...(!tellsEscalations(mapping) && { escalation_known: false }) };
  }
  return {
    is_escalated: true,
    escalation_reason: snapshot.escalation_reason ?? null,
    escalation_level: snapshot.escalation_level ?? null,
    escalated_at: instantOrNull(onlyAfterCreation(snapshot, 'escalated_at', { warn, isStrict: false })),
    escalation_status: isUnresolved(status) && !is_deescalated ? ('open' as const) : ('resolved' as const),
  };
};

const satisfaction = (snapshot: TicketSnapshot, { csat, constants }: ImportMapping, warn: Warn) => {
  const { csat_score = null, csat_feedback = null } = snapshot;
  const isAnswered = csat_score !== null;
  return {
    csat_score,
    csat_feedback,
    csat_responded_at: isAnswered
      ? instantOrNull(onlyAfterCreation(snapshot, 'csat_responded_at', { warn, isStrict: false }))
      : null,
    csat_scale: isAnswered ? (csat?.scale ?? null) : null,
    csat_offered: isAnswered ? true : (snapshot.csat_offered ?? constants.csat_offered ?? null),
  };
};

const company = ({ customer_id, customer_name }: TicketSnapshot): Pick<TicketDraft, 'company'> =>
  customer_id === undefined ? {} : { company: { external_id: customer_id, name: customer_name ?? null } };

const rejection = (snapshot: TicketSnapshot): Rejection | null => {
  const { created_at, resolved_at, closed_at } = snapshot;
  if (created_at === undefined) return { field: 'created_at', reason: 'required, but the record has none' };
  if (resolved_at !== undefined && resolved_at < created_at)
    return { field: 'resolved_at', reason: 'expected a moment after created_at: resolved before it was created' };
  if (closed_at !== undefined && closed_at < created_at)
    return { field: 'closed_at', reason: 'expected a moment after created_at: closed before it was created' };
  return null;
};

/**
 * Makes a ticket of what is known of it.
 *
 * @param snapshot the only row of a ticket, or what is known after its last one
 * @param history what an event log tells; without one it follows from the snapshot
 */
export const draftTicket = (
  snapshot: TicketSnapshot,
  { mapping, warn, history }: { mapping: ImportMapping; warn: Warn; history?: TicketHistoryFacts },
): TicketDraft | Rejection => {
  const rejected = rejection(snapshot);
  if (rejected !== null) return rejected;
  const { external_id, created_at = 0 } = snapshot;
  const { constants, instance, values } = mapping;
  const facts = history ?? historyFacts(snapshot, mapping, warn);
  return {
    ticket_id: importedTicketId(instance, external_id),
    external_id,
    source_system: 'import',
    subject: snapshot.subject ?? constants.subject ?? '',
    category: snapshot.category ?? constants.category ?? 'uncategorized',
    priority:
      snapshot.priority ??
      constants.priority ??
      (snapshot.raw_priority === undefined ? 'medium' : values.fallback.priority),
    raw_priority: snapshot.raw_priority ?? null,
    status: facts.status,
    raw_status: snapshot.raw_status ?? null,
    created_at: instantOf(created_at),
    first_response_at: instantOrNull(onlyAfterCreation(snapshot, 'first_response_at', { warn, isStrict: true })),
    resolved_at: instantOrNull(facts.resolved_at),
    first_resolved_at: instantOrNull(facts.first_resolved_at),
    closed_at: instantOrNull(facts.closed_at),
    reopened_count: facts.reopened_count,
    ...satisfaction(snapshot, mapping, warn),
    ...escalation(snapshot, facts, { mapping, warn }),
    ...vendorSla(snapshot),
    ...company(snapshot),
    external_url: externalUrl(snapshot, mapping.external_url),
    requester_email: snapshot.requester_email ?? null,
    assignee: snapshot.assignee ?? constants.assignee ?? null,
    tags: snapshot.tags ?? constants.tags ?? [],
    source_updated_at: instantOf(latest(snapshot)),
  };
};
