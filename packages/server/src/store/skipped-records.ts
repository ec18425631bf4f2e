import { sql } from 'kysely';
import type { Instant, SkippedRecord } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { storableJson } from './storable-json.js';

/** A list of which nobody reads the end; what is older than the newest of them is forgotten. */
const MOST_KEPT = 10_000;

/** Records of one organization's connections that could not be read: which, and why. Never the record itself. */
export interface SkippedRecordStore {
  /** Keeps them; one that is known already is noted anew. */
  save(connectionId: string, skipped: readonly SkippedRecord[], now: Instant): Promise<void>;
  /** Forgets those that could be read now, by their ids in the support system. */
  forget(connectionId: string, positions: readonly string[]): Promise<void>;
  /** How many there are of each connection that has any. */
  counts(): Promise<Map<string, number>>;
  /** The newest ones of a connection. */
  newest(connectionId: string, limit: number): Promise<Omit<SkippedRecord, 'record'>[]>;
}

export const createSkippedRecordStore = (db: SupportDatabase, organizationId: string): SkippedRecordStore => ({
  async save(connectionId, skipped, now) {
    if (skipped.length === 0) return;
    // Of two in one batch with the same key, an upsert takes one.
    const rows = new Map(
      skipped.map(({ position, field, reason }) => [`${position}\n${field}`, { position, field, reason }]),
    );
    await sql`
      insert into skipped_records (organization_id, connection_id, position, field, reason, skipped_at)
      select ${organizationId}::text, ${connectionId}::text, position, field, reason, ${now}::timestamptz
      from jsonb_to_recordset(${storableJson([...rows.values()])}::jsonb) as r(position text, field text, reason text)
      on conflict (organization_id, connection_id, position, field) do update set
        reason = excluded.reason, skipped_at = excluded.skipped_at`.execute(db);
    await sql`
      delete from skipped_records
      where organization_id = ${organizationId} and connection_id = ${connectionId}
        and (skipped_at, position, field) <= (
          select skipped_at, position, field from skipped_records
          where organization_id = ${organizationId} and connection_id = ${connectionId}
          order by skipped_at desc, position desc, field desc
          limit 1 offset ${MOST_KEPT})`.execute(db);
  },
  async forget(connectionId, positions) {
    if (positions.length === 0) return;
    await sql`
      delete from skipped_records
      where organization_id = ${organizationId} and connection_id = ${connectionId}
        and position = any(${positions}::text[])`.execute(db);
  },
  async counts() {
    const rows = await db
      .selectFrom('skipped_records')
      .select(['connection_id', sql<number>`count(*)::int`.as('count')])
      .where('organization_id', '=', organizationId)
      .groupBy('connection_id')
      .execute();
    return new Map(rows.map(({ connection_id, count }) => [connection_id, count]));
  },
  newest: (connectionId, limit) =>
    db
      .selectFrom('skipped_records')
      .select(['position', 'field', 'reason'])
      .where('organization_id', '=', organizationId)
      .where('connection_id', '=', connectionId)
      .orderBy('skipped_at', 'desc')
      .orderBy('position', 'desc')
      .limit(limit)
      .execute(),
});
