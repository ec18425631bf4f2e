import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** All that are there now. */
const TABLES = [
  'organizations',
  'customers',
  'tickets',
  'ticket_histories',
  'data_versions',
  'ticket_links',
  'health_scores',
  'alerts',
  'connections',
  'skipped_records',
  'webhook_deliveries',
  'audit_log',
  'api_keys',
] as const;

/** Rows of the organization that the connection is set to; where it is set to none, of all. */
const isOurs = sql`
  organization_id = coalesce(nullif(current_setting('cscx.organization_id', true), ''), organization_id)`;

/**
 * Keeps organizations apart once more, also from the tables' owner, but not from a superuser. Where no policy speaks of a
 * command it is refused: entries of the audit log are not changed and not taken away.
 */
const rowLevelSecurity = (table: (typeof TABLES)[number]) => [
  sql`alter table ${sql.ref(table)} enable row level security`,
  sql`alter table ${sql.ref(table)} force row level security`,
  ...(table === 'audit_log'
    ? [
        sql`create policy reading on audit_log for select using (${isOurs})`,
        sql`create policy adding on audit_log for insert with check (${isOurs})`,
      ]
    : [sql`create policy organization on ${sql.ref(table)} using (${isOurs}) with check (${isOurs})`]),
];

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
  sql`alter table alerts add column resolved_by text`,
  // What a person resolved while it was still found does not come back by being found.
  sql`alter table alerts add column is_found boolean not null default true`,
  sql`update alerts set is_found = false where status = 'resolved'`,
  // Whoever holds a matcher asks whether it is still the newest.
  sql`alter table organizations add column matching_version text not null default ''`,
  // What was known of a customer's health until now has no moment but this one.
  sql`insert into health_scores (organization_id, customer_id, at, health_score)
    select organization_id, customer_id, now(), (document->>'health_score')::double precision
    from customers
    where document->>'health_score' is not null`,

  // Connections. next_sync_at is null while one is paused.
  sql`alter table connections add column name text`,
  sql`alter table connections add column account text`,
  sql`alter table connections add column settings jsonb not null default '{}'`,
  sql`alter table connections add column credentials text`,
  sql`alter table connections add column next_sync_at timestamptz`,
  sql`alter table connections add column lease_owner text`,
  sql`alter table connections add column lease_expires_at timestamptz`,
  sql`alter table connections add column failures integer not null default 0`,
  sql`alter table connections add column pulled integer not null default 0`,
  sql`create index connections_by_next_sync on connections (next_sync_at)`,
  sql`create index connections_by_id on connections (connection_id)`,
  // Two connections of one account would use up each other's refresh token.
  sql`create unique index connections_by_account on connections (organization_id, account)`,
  sql`alter table organizations add column alerts_due_at timestamptz`,
  sql`create index organizations_by_alerts_due on organizations (alerts_due_at)`,
  sql`create table skipped_records (
    organization_id text not null,
    connection_id text not null,
    position text not null,
    field text not null,
    reason text not null,
    skipped_at timestamptz not null,
    primary key (organization_id, connection_id, position, field)
  )`,
  sql`create table webhook_deliveries (
    organization_id text not null,
    connection_id text not null,
    delivery_id text not null,
    received_at timestamptz not null,
    reading jsonb,
    body_hash text,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    error_code text,
    primary key (organization_id, connection_id, delivery_id),
    unique (organization_id, connection_id, body_hash)
  )`,
  // What is done has none.
  sql`create index webhook_deliveries_by_next_attempt on webhook_deliveries (next_attempt_at)
    where next_attempt_at is not null`,
  sql`create index webhook_deliveries_waiting on webhook_deliveries (organization_id, connection_id, received_at)
    where next_attempt_at is not null`,
  sql`create index webhook_deliveries_by_age on webhook_deliveries (organization_id, connection_id, received_at)`,
  // Who applies a connection's deliveries; without an owner, how long they are left to wait.
  sql`alter table connections add column deliveries_owner text`,
  sql`alter table connections add column deliveries_held_until timestamptz`,
  // When anything came in last, complete or not.
  sql`alter table organizations add column changed_at timestamptz`,

  // Changes of tickets in their order, so that reports are made from what is in memory and the changes since.
  sql`create table data_versions (organization_id text primary key, version bigint not null)`,
  sql`alter table tickets add column data_version bigint not null default 0`,
  sql`alter table ticket_histories add column data_version bigint not null default 0`,
  // Of all that was ever counted. The condition keeps them out of questions that do not ask for a version: of an organization
  // that came after the last ANALYZE, PostgreSQL would walk all rows by them instead of finding one by its key.
  sql`create index tickets_by_version on tickets (organization_id, data_version) where data_version > 0`,
  sql`create index ticket_histories_by_version on ticket_histories (organization_id, data_version)
    where data_version > 0`,

  sql`alter table audit_log add foreign key (organization_id) references organizations`,
  sql`alter table health_scores add foreign key (organization_id, customer_id) references customers`,
  sql`alter table skipped_records add foreign key (organization_id, connection_id) references connections`,
  sql`alter table webhook_deliveries add foreign key (organization_id, connection_id) references connections`,

  ...TABLES.flatMap(rowLevelSecurity),
];

/** What a server in production needs: who did what, links and health scores, leases and queues. */
export const operations: Migration = {
  async up(database) {
    for (const statement of statements) await statement.execute(database);
  },
};
