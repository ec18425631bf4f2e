import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Every key starts with organization_id; nothing here is more than a distributed table takes. */
const statements = [
  // Access.
  sql`alter table api_keys add column scopes jsonb not null default '["reports:read", "sync:read"]'`,
  sql`alter table api_keys add column revoked_at timestamptz`,
  sql`create table audit_log (
    organization_id text not null,
    audit_id text not null,
    at timestamptz not null,
    role text not null,
    subject text not null,
    action text not null,
    target jsonb not null,
    request_id text,
    primary key (organization_id, audit_id)
  )`,
  sql`create index audit_log_newest_first on audit_log (organization_id, at desc, audit_id desc)`,

  // Customers.
  sql`create table ticket_links (
    organization_id text not null,
    ticket_id text not null,
    customer_id text not null,
    linked_by text not null,
    linked_at timestamptz not null,
    primary key (organization_id, ticket_id)
  )`,
  sql`create table health_scores (
    organization_id text not null,
    customer_id text not null,
    at timestamptz not null,
    health_score double precision not null,
    primary key (organization_id, customer_id, at)
  )`,
  sql`create index tickets_unmatched on tickets (organization_id, created_at desc, ticket_id desc)
    where customer_id is null`,
  sql`alter table alerts add column note text`,

  // Connections. next_sync_at is null while one is paused.
  sql`alter table connections add column name text`,
  sql`alter table connections add column settings jsonb not null default '{}'`,
  sql`alter table connections add column credentials text`,
  sql`alter table connections add column next_sync_at timestamptz`,
  sql`alter table connections add column lease_owner text`,
  sql`alter table connections add column lease_expires_at timestamptz`,
  sql`alter table connections add column failures integer not null default 0`,
  sql`alter table connections add column pulled integer not null default 0`,
  sql`create index connections_by_next_sync on connections (next_sync_at)`,
  sql`create index connections_by_id on connections (connection_id)`,
  sql`create table skipped_records (
    organization_id text not null,
    connection_id text not null,
    position text not null,
    field text not null,
    reason text not null,
    record jsonb,
    skipped_at timestamptz not null,
    primary key (organization_id, connection_id, position, field)
  )`,
  sql`create table webhook_deliveries (
    organization_id text not null,
    connection_id text not null,
    delivery_id text not null,
    received_at timestamptz not null,
    reading jsonb,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    error_code text,
    primary key (organization_id, connection_id, delivery_id)
  )`,
  // What is done has none.
  sql`create index webhook_deliveries_by_next_attempt on webhook_deliveries (next_attempt_at)
    where next_attempt_at is not null`,
  sql`create index webhook_deliveries_by_age on webhook_deliveries (received_at)`,

  sql`alter table audit_log add foreign key (organization_id) references organizations`,
  sql`alter table health_scores add foreign key (organization_id, customer_id) references customers`,
  sql`alter table skipped_records add foreign key (organization_id, connection_id) references connections`,
  sql`alter table webhook_deliveries add foreign key (organization_id, connection_id) references connections`,
];

/** What a server in production needs: who did what, links and health scores, leases and queues. */
export const operations: Migration = {
  async up(database) {
    for (const statement of statements) await statement.execute(database);
  },
};
