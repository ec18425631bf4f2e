import { sql } from 'kysely';
import type { Instant } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';

/** Which connection of whom: all that is known before an organization's own store is opened. */
export interface ConnectionKey {
  organization_id: string;
  connection_id: string;
}

/**
 * What is asked across all organizations, as nothing else is: ids and nothing more. Whatever is done about them goes
 * through the store of the organization.
 */
export interface Whereabouts {
  /** Connections that are due and that nobody reads, the longest waiting first. */
  dueConnections(now: Instant, limit: number): Promise<ConnectionKey[]>;
  /** Connections of that id: of one organization, since ids that `connect` makes are unique. */
  connectionsById(connectionId: string): Promise<ConnectionKey[]>;
  /** Organizations whose alerts are to be evaluated again, the longest waiting first. */
  dueOrganizations(now: Instant, limit: number): Promise<string[]>;
  /**
   * Connections whose webhook deliveries are due and that nobody applies, the longest waiting first. While a connection is
   * paused nobody is asked; what a system of the organization's own has sent itself needs no question.
   */
  dueDeliveries(now: Instant, limit: number): Promise<ConnectionKey[]>;
  /** Connections with credentials, by id. */
  connectionsWithCredentials(): Promise<ConnectionKey[]>;
}

export const createWhereabouts = (db: SupportDatabase): Whereabouts => {
  const keys = db.selectFrom('connections').select(['organization_id', 'connection_id']);
  return {
    dueConnections: (now, limit) =>
      keys
        .where('next_sync_at', '<=', new Date(now))
        .where((is) => is.or([is('lease_expires_at', 'is', null), is('lease_expires_at', '<=', new Date(now))]))
        .orderBy('next_sync_at')
        .orderBy('connection_id')
        .limit(limit)
        .execute(),
    connectionsById: (connectionId) => keys.where('connection_id', '=', connectionId).execute(),
    async dueOrganizations(now, limit) {
      const rows = await db
        .selectFrom('organizations')
        .select('organization_id')
        .where((is) => is.or([is('alerts_due_at', 'is', null), is('alerts_due_at', '<=', new Date(now))]))
        .orderBy('alerts_due_at', (order) => order.asc().nullsFirst())
        .limit(limit)
        .execute();
      return rows.map(({ organization_id }) => organization_id);
    },
    async dueDeliveries(now, limit) {
      const { rows } = await sql<ConnectionKey>`
        select organization_id, connection_id
        from webhook_deliveries d join connections c using (organization_id, connection_id)
        where d.next_attempt_at <= ${now}
          and (c.deliveries_held_until is null or c.deliveries_held_until <= ${now})
          and (c.next_sync_at is not null or c.source_system = 'webhook')
        group by organization_id, connection_id
        order by min(d.received_at)
        limit ${limit}`.execute(db);
      return rows;
    },
    connectionsWithCredentials: () =>
      keys.where('credentials', 'is not', null).orderBy('organization_id').orderBy('connection_id').execute(),
  };
};
