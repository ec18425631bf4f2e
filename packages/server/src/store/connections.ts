import { type Selectable, sql } from 'kysely';
import type { DegradedCapability, Instant } from '@cscx/support-core';
import { LeaseLostError } from '../errors/lease-lost-error.js';
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

/** What a person has set up. */
export interface ConnectionDetails {
  connection_id: string;
  source_system: string;
  /** For people. */
  name: string | null;
  /** How the ids of its tickets begin, such as `zendesk:acme:`; null until it was connected. */
  account: string | null;
  /** As its vendor takes them; see docs/connectors. */
  settings: object;
  /** Sealed; null: it has none, and is read by nobody here. */
  credentials: string | null;
  /** When it is due; null: it is paused, or not ours to read. */
  next_sync_at: Instant | null;
}

/** All that is kept of a connection. */
export interface StoredConnection extends ConnectionState, ConnectionDetails {
  /** Attempts in a row that failed. */
  failures: number;
  /** Tickets that the pull under way has read. */
  pulled: number;
  /** Until when somebody is reading it, unless they say so again; null: nobody. */
  lease_expires_at: Instant | null;
}

/** Who is reading a connection: a name that is used once. Absent where nobody else could. */
interface Held {
  lease_owner?: string | undefined;
}

/** The connections of one organization. */
export interface ConnectionStore {
  /** @returns the connection, or undefined before it is saved or synced first */
  find(connectionId: string): Promise<StoredConnection | undefined>;
  /** All of them, by id. */
  list(): Promise<StoredConnection[]>;
  /** Writes what a person has set up; how far it was read stays, and errors are forgotten. */
  save(details: ConnectionDetails, now: Instant): Promise<void>;
  /** @returns the sealed credentials, which nobody else can change before this transaction ends */
  lockCredentials(connectionId: string): Promise<string | null>;
  saveCredentials(connectionId: string, sealed: string | null): Promise<void>;
  /** Says when it is due; null pauses it. */
  schedule(connectionId: string, next_sync_at: Instant | null, now: Instant): Promise<void>;
  /**
   * Takes the right to read a connection, unless somebody has it.
   *
   * @param lease.due_at - where given, only if it is due by then
   * @returns the connection as it is now, or undefined where somebody else was first
   */
  claim(connectionId: string, lease: ConnectionLease & { due_at?: Instant }): Promise<StoredConnection | undefined>;
  /** Keeps the right for longer. @returns false: somebody else has it now */
  renew(connectionId: string, lease: ConnectionLease): Promise<boolean>;
  /**
   * Gives the right back, and says when the connection is due again, unless it was paused or asked for meanwhile.
   *
   * @param turn.claimed_at - since when the right was held
   */
  release(
    connectionId: string,
    turn: { lease_owner: string; claimed_at: Instant; next_sync_at: Instant },
  ): Promise<void>;
  /** Notes that a pull begins, or goes on where it was stopped; a connection that is not known is created. */
  begin(
    connection: Pick<ConnectionState, 'connection_id' | 'source_system'> & Held,
    now: Instant,
  ): Promise<StoredConnection>;
  /**
   * Notes how far a pull is: in the transaction that writes what it read.
   *
   * @param progress.pulled - tickets read since the cursor before
   * @throws LeaseLostError, like all that follow, when somebody else reads the connection now
   */
  saveCursor(connectionId: string, progress: { cursor: string; pulled: number } & Held, now: Instant): Promise<void>;
  /** Notes that the pull got through: everything up to its start is stored. */
  complete(connectionId: string, end: { degraded: readonly DegradedCapability[] } & Held, now: Instant): Promise<void>;
  /** Notes that all that was sent until then is stored, of a connection that is not read but sends by itself. */
  noteDelivered(connectionId: string, at: Instant): Promise<void>;
  /** Notes why a pull failed; what it has stored, and its cursor, stay. */
  fail(connectionId: string, failure: { code: string } & Held, now: Instant): Promise<void>;
}

/** The right to read a connection. */
export interface ConnectionLease {
  /** A name that is used once: who lost the right cannot mistake a later one for it. */
  lease_owner: string;
  now: Instant;
  lease_expires_at: Instant;
}

const isoOrNull = (date: Date | null): Instant | null => date?.toISOString() ?? null;

const toConnection = (row: Selectable<Database['connections']>): StoredConnection => {
  const { connection_id, source_system, name, account, settings, credentials } = row;
  const { cursor, degraded, failures, pulled, last_error_code: code, last_error_at } = row;
  return {
    connection_id,
    source_system,
    name,
    account,
    settings,
    credentials,
    cursor,
    pull_started_at: isoOrNull(row.pull_started_at),
    data_as_of: isoOrNull(row.data_as_of),
    last_error: code === null || last_error_at === null ? null : { code, at: last_error_at.toISOString() },
    degraded,
    next_sync_at: isoOrNull(row.next_sync_at),
    lease_expires_at: isoOrNull(row.lease_expires_at),
    failures,
    pulled,
  };
};

export const createConnectionStore = (db: SupportDatabase, organizationId: string): ConnectionStore => {
  const ours = db.selectFrom('connections').selectAll().where('organization_id', '=', organizationId);
  const update = (connectionId: string) =>
    db
      .updateTable('connections')
      .where('organization_id', '=', organizationId)
      .where('connection_id', '=', connectionId);
  const held = (connectionId: string, lease_owner: string | undefined) =>
    update(connectionId).$if(lease_owner !== undefined, (query) => query.where('lease_owner', '=', lease_owner ?? ''));
  /** Of a lease, all or nothing: whatever else the transaction has written is undone with it. */
  const assertHeld = (connectionId: string, { lease_owner }: Held, updated: bigint | undefined): void => {
    if (lease_owner !== undefined && updated !== 1n) throw new LeaseLostError(connectionId);
  };

  return {
    async find(connectionId) {
      const row = await ours.where('connection_id', '=', connectionId).executeTakeFirst();
      return row && toConnection(row);
    },
    async list() {
      return (await ours.orderBy('connection_id').execute()).map(toConnection);
    },
    async save({ connection_id, source_system, name, account, settings, credentials, next_sync_at }, now) {
      await sql`
        insert into connections (organization_id, connection_id, source_system, name, account, settings, credentials,
          next_sync_at, created_at, updated_at)
        values (${organizationId}, ${connection_id}, ${source_system}, ${name}, ${account},
          ${JSON.stringify(settings)}::jsonb, ${credentials}, ${next_sync_at}, ${now}, ${now})
        on conflict (organization_id, connection_id) do update set
          name = excluded.name, account = excluded.account, settings = excluded.settings,
          credentials = excluded.credentials, next_sync_at = excluded.next_sync_at, updated_at = excluded.updated_at,
          failures = 0, last_error_code = null, last_error_at = null`.execute(db);
    },
    async lockCredentials(connectionId) {
      const row = await ours.where('connection_id', '=', connectionId).forUpdate().executeTakeFirst();
      return row?.credentials ?? null;
    },
    async saveCredentials(connectionId, credentials) {
      await update(connectionId).set({ credentials }).execute();
    },
    async schedule(connectionId, next_sync_at, now) {
      await update(connectionId).set({ next_sync_at, updated_at: now }).execute();
    },
    async claim(connectionId, { lease_owner, now, lease_expires_at, due_at }) {
      const row = await update(connectionId)
        .where((is) => is.or([is('lease_expires_at', 'is', null), is('lease_expires_at', '<=', new Date(now))]))
        .$if(due_at !== undefined, (query) => query.where('next_sync_at', '<=', new Date(due_at ?? now)))
        .set({ lease_owner, lease_expires_at })
        .returningAll()
        .executeTakeFirst();
      return row && toConnection(row);
    },
    async renew(connectionId, { lease_owner, lease_expires_at }) {
      const { numUpdatedRows } = await held(connectionId, lease_owner).set({ lease_expires_at }).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async release(connectionId, { lease_owner, claimed_at, next_sync_at }) {
      await held(connectionId, lease_owner)
        .set({
          lease_owner: null,
          lease_expires_at: null,
          next_sync_at: sql`case when next_sync_at <= ${claimed_at} then ${next_sync_at}::timestamptz
            else next_sync_at end`,
        })
        .execute();
    },
    async begin({ connection_id, source_system, ...lease }, now) {
      const isHeld = lease.lease_owner === undefined ? sql`true` : sql`connections.lease_owner = ${lease.lease_owner}`;
      const { numAffectedRows } = await sql`
        insert into connections (organization_id, connection_id, source_system, pull_started_at, created_at, updated_at)
        values (${organizationId}, ${connection_id}, ${source_system}, ${now}, ${now}, ${now})
        on conflict (organization_id, connection_id) do update set
          pull_started_at = coalesce(connections.pull_started_at, excluded.pull_started_at),
          pulled = case when connections.pull_started_at is null then 0 else connections.pulled end,
          updated_at = excluded.updated_at
        where ${isHeld}`.execute(db);
      assertHeld(connection_id, lease, numAffectedRows);
      return toConnection(await ours.where('connection_id', '=', connection_id).executeTakeFirstOrThrow());
    },
    async saveCursor(connectionId, { cursor, pulled, ...lease }, now) {
      const { numUpdatedRows } = await held(connectionId, lease.lease_owner)
        .set({ cursor, pulled: sql`pulled + ${pulled}::integer`, updated_at: now })
        .executeTakeFirst();
      assertHeld(connectionId, lease, numUpdatedRows);
    },
    async complete(connectionId, { degraded, ...lease }, now) {
      const { numUpdatedRows } = await held(connectionId, lease.lease_owner)
        .set({
          data_as_of: sql`pull_started_at`,
          pull_started_at: null,
          last_error_code: null,
          last_error_at: null,
          failures: 0,
          degraded: JSON.stringify(degraded),
          updated_at: now,
        })
        .executeTakeFirst();
      assertHeld(connectionId, lease, numUpdatedRows);
    },
    async noteDelivered(connectionId, at) {
      await update(connectionId)
        .where((is) => is.or([is('data_as_of', 'is', null), is('data_as_of', '<', new Date(at))]))
        .set({ data_as_of: at })
        .execute();
    },
    async fail(connectionId, { code, ...lease }, now) {
      const { numUpdatedRows } = await held(connectionId, lease.lease_owner)
        .set({ last_error_code: code, last_error_at: now, failures: sql`failures + 1`, updated_at: now })
        .executeTakeFirst();
      assertHeld(connectionId, lease, numUpdatedRows);
    },
  };
};
