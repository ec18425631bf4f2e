import { sql } from 'kysely';
import type { Instant } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { storableJson } from './storable-json.js';

/** How healthy a customer was at a moment, from 0 to 100. */
export interface HealthScore {
  customer_id: string;
  health_score: number;
  at: Instant;
}

/** The health scores of one organization's customers, past ones included. */
export interface HealthScoreStore {
  /**
   * Notes scores; at a moment that has one already, it is replaced. The customers have to exist.
   *
   * @returns how many were new or different
   */
  save(scores: readonly HealthScore[]): Promise<number>;
  /** The latest score of each customer that has any. */
  latest(customerIds: readonly string[]): Promise<Map<string, number>>;
  /** A customer's scores by time; the end is exclusive. */
  history(customerId: string, range: { from: Instant; to: Instant }): Promise<Omit<HealthScore, 'customer_id'>[]>;
}

export const createHealthScoreStore = (db: SupportDatabase, organizationId: string): HealthScoreStore => ({
  async save(scores) {
    // The rows themselves are counted: of such an insert Citus says how many there were to insert.
    const { rows } = await sql`
      insert into health_scores (organization_id, customer_id, at, health_score)
      select ${organizationId}::text, customer_id, at, health_score
      from jsonb_to_recordset(${storableJson(scores)}::jsonb)
        as r(customer_id text, at timestamptz, health_score double precision)
      order by customer_id, at
      on conflict (organization_id, customer_id, at) do update set health_score = excluded.health_score
      where health_scores.health_score <> excluded.health_score
      returning customer_id`.execute(db);
    return rows.length;
  },
  async latest(customerIds) {
    const { rows } = await sql<{ customer_id: string; health_score: number }>`
      select distinct on (customer_id) customer_id, health_score
      from health_scores
      where organization_id = ${organizationId} and customer_id = any(${customerIds}::text[])
      order by customer_id, at desc`.execute(db);
    return new Map(rows.map(({ customer_id, health_score }) => [customer_id, health_score]));
  },
  async history(customerId, { from, to }) {
    const rows = await db
      .selectFrom('health_scores')
      .select(['at', 'health_score'])
      .where('organization_id', '=', organizationId)
      .where('customer_id', '=', customerId)
      .where('at', '>=', new Date(from))
      .where('at', '<', new Date(to))
      .orderBy('at')
      .execute();
    return rows.map(({ at, health_score }) => ({ at: at.toISOString(), health_score }));
  },
});
