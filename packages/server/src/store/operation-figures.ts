import { type Selectable, sql } from 'kysely';
import type { Instant } from '@cscx/support-core';
import type { Database, SupportDatabase } from './database.js';

/** What tells the state of a connection, and nothing that tells whose it is. */
export type ConnectionFigures = Pick<
  Selectable<Database['connections']>,
  'account' | 'next_sync_at' | 'last_error_code' | 'last_error_at' | 'failures' | 'data_as_of' | 'pull_started_at'
>;

/** What whoever operates a server watches, of all organizations together. */
export interface OperationFigures {
  connections: ConnectionFigures[];
  /** Webhook deliveries that are to be applied. */
  deliveries_waiting: number;
  /** When the oldest of them came in; null: there is none. */
  oldest_delivery_at: Instant | null;
}

export const readOperationFigures = async (db: SupportDatabase): Promise<OperationFigures> => {
  const connections = await db
    .selectFrom('connections')
    .select([
      'account',
      'next_sync_at',
      'last_error_code',
      'last_error_at',
      'failures',
      'data_as_of',
      'pull_started_at',
    ])
    .execute();
  const { rows } = await sql<{ n: number; oldest: Date | null }>`
    select count(*)::integer as n, min(received_at) as oldest
    from webhook_deliveries where next_attempt_at is not null`.execute(db);
  const [waiting] = rows;
  return {
    connections,
    deliveries_waiting: waiting?.n ?? 0,
    oldest_delivery_at: waiting?.oldest?.toISOString() ?? null,
  };
};
