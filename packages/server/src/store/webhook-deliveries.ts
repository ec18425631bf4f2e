import { sql } from 'kysely';
import type { Instant } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import type { StoredReading } from '../webhooks/stored-reading.js';
import { storableJson } from './storable-json.js';

/** A delivery as it comes in. */
export interface NewDelivery {
  connection_id: string;
  /** The same for every repetition. */
  delivery_id: string;
  /** Where given, the same content counts once, whatever id it carries. */
  body_hash: string | null;
  reading: StoredReading;
  /**
   * Whether the same id may tell something new once it was applied: so it is with a support system that gives no ids, whose
   * words about two changes of one ticket are the same.
   */
  is_repeatable: boolean;
}

/** A delivery that was taken to be applied. */
export interface TakenDelivery {
  delivery_id: string;
  received_at: Instant;
  reading: StoredReading;
  /** Which attempt this is, from 1 on: who takes it later has another number. */
  attempts: number;
}

/** Which attempt at which delivery. */
export type DeliveryAttempt = Pick<TakenDelivery, 'delivery_id' | 'attempts'>;

/** The webhook deliveries of one organization. */
export interface WebhookDeliveryStore {
  /** Keeps a delivery. @returns false: it is known and there is nothing new to do */
  add(delivery: NewDelivery, now: Instant): Promise<boolean>;
  /** Takes the right to apply a connection's deliveries, unless somebody has it. */
  hold(connectionId: string, hold: DeliveriesHold): Promise<boolean>;
  /** Keeps the right for longer. @returns false: it was too late */
  keepHold(connectionId: string, hold: Omit<DeliveriesHold, 'now'>): Promise<boolean>;
  /** Gives the right back. @param rest_until - nobody takes it before */
  letGo(connectionId: string, owner: string, rest_until?: Instant | null): Promise<void>;
  /**
   * Takes deliveries that are due, the oldest first, for whoever holds the right. One that ended a process before is taken
   * alone. If nothing more is heard of them, they are due again later, each time three times as late.
   */
  take(connectionId: string, options: { now: Instant; limit: number }): Promise<TakenDelivery[]>;
  /** Notes that they are applied, in the transaction that does it. @returns ids of those that still were this attempt's */
  finish(connectionId: string, attempts: readonly DeliveryAttempt[]): Promise<Set<string>>;
  /** Notes why they failed. @returns ids of those that are given up, since it was the last attempt */
  fail(connectionId: string, attempts: readonly DeliveryAttempt[], code: string): Promise<string[]>;
  /** Notes that they were not attempted after all. */
  putBack(connectionId: string, attempts: readonly DeliveryAttempt[], now: Instant): Promise<void>;
  /** Deletes what is done or given up and was received before. */
  forget(connectionId: string, before: Instant): Promise<void>;
}

/** The right to apply the deliveries of a connection. */
export interface DeliveriesHold {
  /** A name that is used once. */
  owner: string;
  now: Instant;
  until: Instant;
}

/** After 10 s, 30 s, 90 s and so on: the tenth and last attempt is 27 hours after the first. */
export const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_S = 10;

/** Of what was taken and never heard of again: its process ended. */
const INTERRUPTED = 'interrupted';

const attemptsTable = (attempts: readonly DeliveryAttempt[]) =>
  sql`jsonb_to_recordset(${storableJson(
    attempts.map(({ delivery_id, attempts: attempt }) => ({ delivery_id, attempts: attempt })),
  )}::jsonb) as r(delivery_id text, attempts integer)`;

export const createWebhookDeliveryStore = (db: SupportDatabase, organizationId: string): WebhookDeliveryStore => {
  const ofConnection = (connectionId: string) =>
    sql`d.organization_id = ${organizationId} and d.connection_id = ${connectionId}`;
  const thoseAttempts = (connectionId: string) =>
    sql`${ofConnection(connectionId)} and d.delivery_id = r.delivery_id and d.attempts = r.attempts
      and d.next_attempt_at is not null`;
  const connection = (connectionId: string) =>
    db
      .updateTable('connections')
      .where('organization_id', '=', organizationId)
      .where('connection_id', '=', connectionId);

  return {
    async add({ connection_id, delivery_id, body_hash, reading, is_repeatable }, now) {
      // Waiting and not taken yet, the one that is there will tell what this one tells.
      const conflict = is_repeatable
        ? sql`on conflict (organization_id, connection_id, delivery_id) do update set
            received_at = excluded.received_at, reading = excluded.reading, attempts = 0, error_code = null,
            next_attempt_at = excluded.next_attempt_at
          where d.next_attempt_at is null or d.attempts > 0`
        : sql`on conflict do nothing`;
      const { numAffectedRows } = await sql`
        insert into webhook_deliveries as d (organization_id, connection_id, delivery_id, received_at, reading,
          body_hash, next_attempt_at)
        values (${organizationId}, ${connection_id}, ${delivery_id}, ${now}, ${storableJson(reading)}::jsonb,
          ${body_hash}, ${now})
        ${conflict}`.execute(db);
      return numAffectedRows === 1n;
    },
    async hold(connectionId, { owner, now, until }) {
      const { numUpdatedRows } = await connection(connectionId)
        .where((is) =>
          is.or([is('deliveries_held_until', 'is', null), is('deliveries_held_until', '<=', new Date(now))]),
        )
        .set({ deliveries_owner: owner, deliveries_held_until: until })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async keepHold(connectionId, { owner, until }) {
      const { numUpdatedRows } = await connection(connectionId)
        .where('deliveries_owner', '=', owner)
        .set({ deliveries_held_until: until })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async letGo(connectionId, owner, rest_until = null) {
      await connection(connectionId)
        .where('deliveries_owner', '=', owner)
        .set({ deliveries_owner: null, deliveries_held_until: rest_until })
        .execute();
    },
    async take(connectionId, { now, limit }) {
      const due = await db
        .selectFrom('webhook_deliveries')
        .select(['delivery_id', 'error_code'])
        .where('organization_id', '=', organizationId)
        .where('connection_id', '=', connectionId)
        .where('next_attempt_at', '<=', new Date(now))
        .orderBy('received_at')
        .orderBy('delivery_id')
        .limit(limit)
        .execute();
      const suspect = due.findIndex(({ error_code }) => error_code === INTERRUPTED);
      const together = suspect === -1 ? due : due.slice(0, Math.max(suspect, 1));
      const ids = together.map(({ delivery_id }) => delivery_id);
      if (ids.length === 0) return [];
      // In seconds since 1970: adding an interval depends on the time zone, and Citus lets no update depend on that.
      const { rows } = await sql<Omit<TakenDelivery, 'received_at'> & { received_at: Date }>`
        update webhook_deliveries as d set
          attempts = attempts + 1,
          error_code = ${INTERRUPTED},
          next_attempt_at = to_timestamp(${Date.parse(now) / 1000}::float8 + ${FIRST_PAUSE_S} * power(3, attempts))
        where ${ofConnection(connectionId)}
          and d.delivery_id = any(${ids}::text[])
          and d.next_attempt_at <= ${now}
        returning d.delivery_id, d.received_at, d.reading, d.attempts`.execute(db);
      const byId = new Map(rows.map((row) => [row.delivery_id, row]));
      return ids.flatMap((id) => {
        const row = byId.get(id);
        return row ? [{ ...row, received_at: row.received_at.toISOString() }] : [];
      });
    },
    async finish(connectionId, attempts) {
      const { rows } = await sql<{ delivery_id: string }>`
        update webhook_deliveries as d set reading = null, error_code = null, next_attempt_at = null
        from ${attemptsTable(attempts)}
        where ${thoseAttempts(connectionId)}
        returning d.delivery_id`.execute(db);
      return new Set(rows.map(({ delivery_id }) => delivery_id));
    },
    async fail(connectionId, attempts, code) {
      const { rows } = await sql<{ delivery_id: string; is_given_up: boolean }>`
        update webhook_deliveries as d set
          error_code = ${code},
          reading = case when d.attempts >= ${MOST_ATTEMPTS} then null else d.reading end,
          next_attempt_at = case when d.attempts >= ${MOST_ATTEMPTS} then null else d.next_attempt_at end
        from ${attemptsTable(attempts)}
        where ${thoseAttempts(connectionId)}
        returning d.delivery_id, d.next_attempt_at is null as is_given_up`.execute(db);
      return rows.flatMap(({ delivery_id, is_given_up }) => (is_given_up ? [delivery_id] : []));
    },
    async putBack(connectionId, attempts, now) {
      await sql`
        update webhook_deliveries as d set
          attempts = d.attempts - 1, error_code = null, next_attempt_at = ${now}
        from ${attemptsTable(attempts)}
        where ${thoseAttempts(connectionId)}`.execute(db);
    },
    async forget(connectionId, before) {
      await db
        .deleteFrom('webhook_deliveries')
        .where('organization_id', '=', organizationId)
        .where('connection_id', '=', connectionId)
        .where('received_at', '<', new Date(before))
        .where('next_attempt_at', 'is', null)
        .execute();
    },
  };
};
