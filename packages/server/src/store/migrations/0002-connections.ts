import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`alter table tickets add column removed_reason text`,
  // A history is one row: a support system tells several events of each ticket, and all are read together.
  sql`create table ticket_histories (
    organization_id text not null,
    ticket_id text not null,
    events jsonb not null,
    positions jsonb not null,
    rated_at timestamptz,
    primary key (organization_id, ticket_id)
  )`,
  sql`insert into ticket_histories (organization_id, ticket_id, events, positions, rated_at)
    select organization_id, ticket_id, jsonb_object_agg(event_id, document - 'ticket_id' - 'event_id'),
      jsonb_object_agg(event_id, position),
      max(at) filter (where document->>'type' = 'csat_received')
    from ticket_events
    group by organization_id, ticket_id`,
  sql`drop table ticket_events`,
  // Survey answers arrive apart from their ticket, whose row does not change with them.
  sql`create index ticket_histories_by_rating on ticket_histories (organization_id, rated_at, ticket_id)
    where rated_at is not null`,
  sql`create table connections (
    organization_id text not null,
    connection_id text not null,
    source_system text not null,
    cursor text,
    pull_started_at timestamptz,
    data_as_of timestamptz,
    last_error_code text,
    last_error_at timestamptz,
    degraded jsonb not null default '[]',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, connection_id)
  )`,
  sql`alter table connections add foreign key (organization_id) references organizations`,
];

/** What live support systems need besides files: removed tickets, histories that grow event by event, and cursors. */
export const connections: Migration = {
  async up(database) {
    for (const statement of statements) await statement.execute(database);
  },
};
