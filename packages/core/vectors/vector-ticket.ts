import type {
  BusinessCalendar,
  SlaMetric,
  SlaPolicy,
  SlaTarget,
  TicketEvent,
  TicketPriority,
  TicketRecord,
  VendorVerdict,
} from '@cscx/support-core';
import type { Vector } from './vector-file.ts';
import { type History, priorityOf, statusOf } from './vector-values.ts';

type VendorWord = 'met' | 'breached' | 'pending' | VendorVerdict | null;

type Moments = 'first_response_at' | 'resolved_at' | 'first_resolved_at' | 'closed_at' | 'source_updated_at';

type Settings = Partial<
  Omit<SlaPolicy, 'calendar'> &
    Pick<SlaTarget, 'business_hours'> & {
      sla_first_response_hours: number | null;
      sla_resolution_hours: number | null;
      sla_targets_hours: Partial<Record<TicketPriority, Partial<Record<SlaMetric, number | null>>>>;
    }
>;

/** A ticket as vectors write it. */
export interface VectorTicket extends Settings, Partial<Pick<TicketRecord, Moments | 'opened_by' | 'raw_status'>> {
  created_at: string;
  /** Ours or a vendor's. */
  status?: string;
  priority?: string;
  status_history?: History;
  priority_history?: History;
  vendor?: Partial<Record<SlaMetric, VendorWord>>;
}

const TICKET_ID = 'import:vectors:1';

const statusEvents = (history: History = []): TicketEvent[] =>
  history.map(([at, word], index) => ({
    ticket_id: TICKET_ID,
    event_id: `status:${index}`,
    at,
    type: 'status_changed',
    from: index === 0 ? null : statusOf(history[index - 1]?.[1] ?? ''),
    to: statusOf(word),
    raw_to: word,
  }));

const priorityEvents = (history: History = []): TicketEvent[] =>
  history.map(([at, word], index) => ({
    ticket_id: TICKET_ID,
    event_id: `priority:${index}`,
    at,
    type: 'priority_changed',
    from: index === 0 ? null : priorityOf(history[index - 1]?.[1] ?? ''),
    to: priorityOf(word),
  }));

const vendorSla = (vendor: NonNullable<VectorTicket['vendor']>): Partial<Record<SlaMetric, VendorVerdict>> =>
  Object.fromEntries(
    Object.entries(vendor).flatMap(([metric, word]) => {
      if (word === null) return [];
      return [[metric, typeof word === 'string' ? { is_breached: word === 'breached' } : word]];
    }),
  );

/** A vector's ticket as the package takes it; the source was read at `asOf`. */
export const ticketOf = (ticket: VectorTicket, asOf: string): TicketRecord => {
  const { created_at, status_history, priority_history, vendor = {} } = ticket;
  const { first_response_at, resolved_at, first_resolved_at, closed_at, opened_by } = ticket;
  const status = ticket.status ?? status_history?.at(-1)?.[1] ?? 'open';
  const events = [...statusEvents(status_history), ...priorityEvents(priority_history)];
  return {
    ticket_id: TICKET_ID,
    external_id: '1',
    source_system: 'import',
    customer_id: 'vectors',
    subject: '',
    category: 'uncategorized',
    priority: priorityOf(ticket.priority ?? priority_history?.at(-1)?.[1] ?? 'medium'),
    status: statusOf(status),
    raw_status: ticket.raw_status ?? status,
    created_at,
    first_response_at,
    resolved_at,
    first_resolved_at,
    closed_at,
    opened_by,
    source_updated_at: ticket.source_updated_at ?? asOf,
    csat_offered: null,
    is_escalated: false,
    reopened_count: 0,
    tags: [],
    vendor_sla: vendorSla(vendor),
    ...(events.length > 0 && { events }),
  };
};

/** A vector's policy: its settings stand on the ticket, in `policy`, or beside them. */
export const policyOf = (
  vector: Vector & { ticket: VectorTicket; policy?: Settings },
  calendar: BusinessCalendar | null,
): SlaPolicy => {
  const settings: Settings = { ...(vector as Settings), ...vector.policy, ...vector.ticket };
  const { sla_targets_hours = {}, business_hours, at_risk_ratio = 0.8 } = settings;
  const { at_risk_within_minutes, pause_on_hold, pause_on_pending } = settings;
  const targetOf = (priority: TicketPriority): SlaTarget => {
    const own = sla_targets_hours[priority];
    return {
      first_response_hours: own?.first_response ?? settings.sla_first_response_hours ?? null,
      resolution_hours: own?.resolution ?? settings.sla_resolution_hours ?? null,
      business_hours,
    };
  };
  const targets = settings.targets ?? {
    low: targetOf('low'),
    medium: targetOf('medium'),
    high: targetOf('high'),
    critical: targetOf('critical'),
  };
  return { targets, calendar, at_risk_ratio, at_risk_within_minutes, pause_on_hold, pause_on_pending };
};
