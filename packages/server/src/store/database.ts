import type { ColumnType, JSONColumnType, Kysely } from 'kysely';
import type {
  AlertStatus,
  AlertType,
  Customer,
  DegradedCapability,
  Instant,
  RemovedTicket,
  Severity,
  SupportAlert,
  TicketDraft,
  TicketEvent,
  TicketPriority,
  TicketRecord,
  TicketStatus,
} from '@cscx/support-core';
import type { OrganizationSettings } from './organization-settings.js';

/** Written as ISO-8601 text, read by both engines as a date. */
type Timestamp = ColumnType<Date, Instant, Instant>;
type NullableTimestamp = ColumnType<Date | null, Instant | null, Instant | null>;

/** What a ticket's row keeps as one document: everything but whose it is, which columns say. */
export type TicketDocument = Omit<TicketRecord, 'customer_id' | 'events'>;

/** An event within its ticket's history, which knows both ids. */
export type StoredEvent = Omit<TicketEvent, 'ticket_id' | 'event_id'>;

/** What an alert's row keeps as one document: the words and numbers, which no query filters by. */
export type AlertDocument = Pick<SupportAlert, 'title' | 'description' | 'evidence' | 'ticket_ids'>;

/** The tables. Every one carries `organization_id`, first in its key. */
export interface Database {
  organizations: {
    organization_id: string;
    settings: JSONColumnType<Partial<OrganizationSettings>>;
    data_as_of: NullableTimestamp;
  };
  customers: {
    organization_id: string;
    customer_id: string;
    name: string;
    csm_id: string | null;
    document: JSONColumnType<Customer>;
  };
  tickets: {
    organization_id: string;
    ticket_id: string;
    customer_id: string | null;
    match_rule: string | null;
    unmatched_reason: string | null;
    status: TicketStatus;
    priority: TicketPriority;
    category: string;
    created_at: Timestamp;
    resolved_at: NullableTimestamp;
    source_updated_at: Timestamp;
    company: JSONColumnType<NonNullable<TicketDraft['company']>> | null;
    document: JSONColumnType<TicketDocument>;
    /** Why it counts no more; null: it counts. */
    removed_reason: RemovedTicket['reason'] | null;
  };
  /** May be there before its ticket. */
  ticket_histories: {
    organization_id: string;
    ticket_id: string;
    /** By id. */
    events: JSONColumnType<Record<string, StoredEvent>>;
    /** By id of the event, for those of one instant: the order in which they came. */
    positions: JSONColumnType<Record<string, number>>;
    /** When the customer answered a survey last. */
    rated_at: NullableTimestamp;
  };
  alerts: {
    organization_id: string;
    alert_id: string;
    dedupe_key: string;
    customer_id: string;
    type: AlertType;
    severity: Severity;
    status: AlertStatus;
    created_at: Timestamp;
    updated_at: Timestamp;
    acknowledged_at: NullableTimestamp;
    acknowledged_by: string | null;
    snoozed_until: NullableTimestamp;
    resolved_at: NullableTimestamp;
    document: JSONColumnType<AlertDocument>;
  };
  connections: {
    organization_id: string;
    connection_id: string;
    source_system: string;
    cursor: string | null;
    pull_started_at: NullableTimestamp;
    data_as_of: NullableTimestamp;
    last_error_code: string | null;
    last_error_at: NullableTimestamp;
    degraded: JSONColumnType<DegradedCapability[]>;
    created_at: Timestamp;
    updated_at: Timestamp;
  };
  api_keys: {
    organization_id: string;
    api_key_id: string;
    name: string | null;
    prefix: string;
    key_hash: string;
    created_at: Timestamp;
  };
}

/** The database, or a transaction on it. */
export type SupportDatabase = Kysely<Database>;
