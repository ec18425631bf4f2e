import { type Selectable, sql } from 'kysely';
import type { DegradedCapability, Instant } from '@cscx/support-core';
import type { Database, SupportDatabase } from './database.js';

/** How far an account of a support system has been read, and how that went. */
export interface ConnectionState {
  connection_id: string;
  source_system: string;
  /** Where the next pull begins; null: at the beginning. */
  cursor: string | null;
  /** When the pull began that has not got through yet; null: none is under way. */
  pull_started_at: Instant | null;
  /** Everything up to then is stored; null before a pull got through. */
  data_as_of: Instant | null;
  /** Why the last pull failed; null: it did not. */
  last_error: { code: string; at: Instant } | null;
  /** What the last pull could not read. */
  degraded: DegradedCapability[];
}

/** The connections of one organization. */
export interface ConnectionStore {
  /** @returns the connection, or undefined before its first sync */
  find(connectionId: string): Promise<ConnectionState | undefined>;
  /** Notes that a pull begins, or goes on where it was stopped; a connection that is not known is created. */
  begin(connection: Pick<ConnectionState, 'connection_id' | 'source_system'>, now: Instant): Promise<ConnectionState>;
  /** Notes how far a pull is: in the transaction that writes what it read. */
  saveCursor(connectionId: string, cursor: string, now: Instant): Promise<void>;
  /** Notes that the pull got through: everything up to its start is stored. */
  complete(connectionId: string, degraded: readonly DegradedCapability[], now: Instant): Promise<void>;
  /** Notes why a pull failed; what it has stored, and its cursor, stay. */
  fail(connectionId: string, code: string, now: Instant): Promise<void>;
}

const toConnection = (row: Selectable<Database['connections']>): ConnectionState => {
  const { connection_id, source_system, cursor, degraded } = row;
  const { pull_started_at, data_as_of, last_error_code: code, last_error_at } = row;
  return {
    connection_id,
    source_system,
    cursor,
    pull_started_at: pull_started_at?.toISOString() ?? null,
    data_as_of: data_as_of?.toISOString() ?? null,
    last_error: code === null || last_error_at === null ? null : { code, at: last_error_at.toISOString() },
    degraded,
  };
};

export const createConnectionStore = (db: SupportDatabase, organizationId: string): ConnectionStore => {
  const ours = db.selectFrom('connections').selectAll().where('organization_id', '=', organizationId);
  const update = (connectionId: string) =>
    db
      .updateTable('connections')
      .where('organization_id', '=', organizationId)
      .where('connection_id', '=', connectionId);
  return {
    async find(connectionId) {
      const row = await ours.where('connection_id', '=', connectionId).executeTakeFirst();
      return row && toConnection(row);
    },
    async begin({ connection_id, source_system }, now) {
      await sql`
        insert into connections (organization_id, connection_id, source_system, pull_started_at, created_at, updated_at)
        values (${organizationId}, ${connection_id}, ${source_system}, ${now}, ${now}, ${now})
        on conflict (organization_id, connection_id) do update set
          pull_started_at = coalesce(connections.pull_started_at, excluded.pull_started_at),
          updated_at = excluded.updated_at`.execute(db);
      return toConnection(await ours.where('connection_id', '=', connection_id).executeTakeFirstOrThrow());
    },
    async saveCursor(connectionId, cursor, now) {
      await update(connectionId).set({ cursor, updated_at: now }).execute();
    },
    async complete(connectionId, degraded, now) {
      await update(connectionId)
        .set({
          data_as_of: sql`pull_started_at`,
          pull_started_at: null,
          last_error_code: null,
          last_error_at: null,
          degraded: JSON.stringify(degraded),
          updated_at: now,
        })
        .execute();
    },
    async fail(connectionId, code, now) {
      await update(connectionId).set({ last_error_code: code, last_error_at: now, updated_at: now }).execute();
    },
  };
};
