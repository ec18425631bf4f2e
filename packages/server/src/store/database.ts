import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely';
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
import type { Scope } from '@cscx/support-core/api';
import type { Role } from '../auth/authenticate.js';
import type { OrganizationSettings } from './organization-settings.js';
import type { StoredReading } from '../webhooks/stored-reading.js';

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
    /** When anything came in last, complete or not. */
    changed_at: NullableTimestamp;
    /** Another one with every change of customers, links and ignored domains. */
    matching_version: Generated<string>;
    /** When its alerts are to be evaluated again although nothing came in; null: as soon as possible. */
    alerts_due_at: NullableTimestamp;
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
    /** The change that wrote it last. */
    data_version: Generated<number>;
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
    /** The change that wrote it last. */
    data_version: Generated<number>;
  };
  /** How many changes of tickets there have been: whoever has seen one has seen all before it. */
  data_versions: {
    organization_id: string;
    version: number;
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
    note: string | null;
    /** The person who resolved it; null: its finding was gone. */
    resolved_by: string | null;
    /** Whether the last evaluation found it. */
    is_found: Generated<boolean>;
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
    /** For people. */
    name: string | null;
    /** How the ids of its tickets begin, such as `zendesk:acme:`; null until it was connected. */
    account: string | null;
    settings: JSONColumnType<object>;
    /** Sealed. */
    credentials: string | null;
    /** When it is due; null while it is paused. */
    next_sync_at: NullableTimestamp;
    lease_owner: string | null;
    lease_expires_at: NullableTimestamp;
    /** Who applies its webhook deliveries; null: nobody. */
    deliveries_owner: string | null;
    /** Until when nobody else does, or nobody at all. */
    deliveries_held_until: NullableTimestamp;
    /** Attempts in a row that failed. */
    failures: Generated<number>;
    /** Tickets that the pull under way has read. */
    pulled: Generated<number>;
  };
  /** Records of a connection that could not be read. */
  skipped_records: {
    organization_id: string;
    connection_id: string;
    position: string;
    field: string;
    reason: string;
    skipped_at: Timestamp;
  };
  /** What webhooks told; kept after it is done, so that a delivery that comes again is known. */
  webhook_deliveries: {
    organization_id: string;
    connection_id: string;
    delivery_id: string;
    received_at: Timestamp;
    /** What there is to do; null when it is done. */
    reading: JSONColumnType<StoredReading> | null;
    /** Of a delivery that changes something itself: the same content counts once, whatever id it carries. */
    body_hash: string | null;
    attempts: Generated<number>;
    /** Null when it is done, or given up. */
    next_attempt_at: NullableTimestamp;
    error_code: string | null;
  };
  /** Whose tickets are, as people said. */
  ticket_links: {
    organization_id: string;
    ticket_id: string;
    customer_id: string;
    linked_by: string;
    linked_at: Timestamp;
  };
  health_scores: {
    organization_id: string;
    customer_id: string;
    at: Timestamp;
    health_score: number;
  };
  /** Who changed what. */
  audit_log: {
    organization_id: string;
    audit_id: string;
    at: Timestamp;
    role: Role;
    subject: string;
    /** The operation of the API, or the command. */
    action: string;
    /** Ids of what it was done to, never texts. */
    target: JSONColumnType<Record<string, string>>;
    request_id: string | null;
  };
  api_keys: {
    organization_id: string;
    api_key_id: string;
    name: string | null;
    prefix: string;
    key_hash: string;
    created_at: Timestamp;
    scopes: JSONColumnType<Scope[]>;
    revoked_at: NullableTimestamp;
  };
}

/** The database, or a transaction on it. */
export type SupportDatabase = Kysely<Database>;
