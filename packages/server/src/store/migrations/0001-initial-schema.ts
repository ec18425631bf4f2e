import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Every key starts with organization_id and foreign keys come after the tables, so that the same schema can be
 * distributed by organization. Events have no foreign key: a history may arrive before its ticket.
 */
const statements = [
  sql`create table organizations (
    organization_id text primary key,
    settings jsonb not null default '{}',
    data_as_of timestamptz
  )`,
  sql`create table customers (
    organization_id text not null,
    customer_id text not null,
    name text not null,
    csm_id text,
    document jsonb not null,
    primary key (organization_id, customer_id)
  )`,
  sql`create table tickets (
    organization_id text not null,
    ticket_id text not null,
    customer_id text,
    match_rule text,
    unmatched_reason text,
    status text not null,
    priority text not null,
    category text not null,
    created_at timestamptz not null,
    resolved_at timestamptz,
    source_updated_at timestamptz not null,
    company jsonb,
    document jsonb not null,
    primary key (organization_id, ticket_id),
    check ((customer_id is null) = (unmatched_reason is not null))
  )`,
  sql`create index tickets_by_customer on tickets (organization_id, customer_id, source_updated_at)`,
  sql`create table ticket_events (
    organization_id text not null,
    ticket_id text not null,
    event_id text not null,
    at timestamptz not null,
    position integer not null,
    document jsonb not null,
    primary key (organization_id, ticket_id, event_id)
  )`,
  sql`create table alerts (
    organization_id text not null,
    alert_id text not null,
    dedupe_key text not null,
    customer_id text not null,
    type text not null,
    severity text not null,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    snoozed_until timestamptz,
    resolved_at timestamptz,
    document jsonb not null,
    primary key (organization_id, alert_id),
    unique (organization_id, dedupe_key)
  )`,
  sql`create index alerts_by_customer on alerts (organization_id, customer_id)`,
  sql`create index alerts_newest_first on alerts (organization_id, created_at desc, alert_id desc)`,
  sql`create table api_keys (
    organization_id text not null,
    api_key_id text not null,
    name text,
    prefix text not null,
    key_hash text not null,
    created_at timestamptz not null,
    primary key (organization_id, api_key_id)
  )`,
  sql`create index api_keys_by_hash on api_keys (key_hash)`,
  sql`alter table customers add foreign key (organization_id) references organizations`,
  sql`alter table api_keys add foreign key (organization_id) references organizations`,
  sql`alter table tickets add foreign key (organization_id, customer_id) references customers`,
  sql`alter table alerts add foreign key (organization_id, customer_id) references customers`,
];

export const initialSchema: Migration = {
  async up(database) {
    for (const statement of statements) await statement.execute(database);
  },
};
