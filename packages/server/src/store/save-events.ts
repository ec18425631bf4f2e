import { sql } from 'kysely';
import type { TicketEvent } from '@cscx/support-core';
import type { StoredEvent, SupportDatabase } from './database.js';

/** What a batch tells of a ticket. */
export interface HistoryRow {
  ticket_id: string;
  events: Record<string, StoredEvent>;
  positions: Record<string, number>;
  rated_at: string | null;
}

const isLater = (at: string, than: string | null): boolean => than === null || Date.parse(at) > Date.parse(than);

/** An event and where in its batch it came. */
type Told = [position: number, event: TicketEvent];

/** Events of one instant stay in the order in which they came; nearly always there is one, and then no position is kept. */
const historyRow = (ticket_id: string, told: readonly Told[]): HistoryRow => {
  const row: HistoryRow = { ticket_id, events: {}, positions: {}, rated_at: null };
  const firsts = new Map<string, { event_id: string; position: number }>();
  for (const [position, { ticket_id: _, event_id, ...stored }] of told) {
    const { type, at } = stored;
    row.events[event_id] = stored;
    const first = firsts.get(at);
    if (!first) {
      firsts.set(at, { event_id, position });
    } else if (first.event_id !== event_id) {
      row.positions[first.event_id] ??= first.position;
      row.positions[event_id] ??= position;
    }
    if (type === 'csat_received' && isLater(at, row.rated_at)) row.rated_at = at;
  }
  return row;
};

/** What a batch tells of each ticket. */
export const historyRows = (events: readonly TicketEvent[]): HistoryRow[] =>
  Array.from(
    Map.groupBy(events.entries(), ([, { ticket_id }]) => ticket_id),
    ([ticket_id, told]) => historyRow(ticket_id, told),
  );

/** Adds events to histories; an event that is known by its id is replaced. Returns the tickets whose history changed. */
export const saveHistories = (db: SupportDatabase, organizationId: string, rows: string, data_version: number) =>
  sql<{ ticket_id: string }>`
    insert into ticket_histories (organization_id, ticket_id, events, positions, rated_at, data_version)
    select ${organizationId}::text, ticket_id, events, positions, rated_at, ${data_version}::bigint
    from jsonb_to_recordset(${rows}::jsonb)
      as r(ticket_id text, events jsonb, positions jsonb, rated_at timestamptz)
    order by 2
    on conflict (organization_id, ticket_id) do update set
      events = ticket_histories.events || excluded.events,
      positions = excluded.positions || ticket_histories.positions,
      rated_at = greatest(ticket_histories.rated_at, excluded.rated_at), data_version = excluded.data_version
    where ticket_histories.events || excluded.events is distinct from ticket_histories.events
    returning ticket_id`.execute(db);
