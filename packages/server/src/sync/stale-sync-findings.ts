import type { AlertFinding, Customer, Instant, TicketRecord } from '@cscx/support-core';
import type { StoredConnection } from '../store/connections.js';
import { isBehind } from './connection-state.js';

/** An account whose numbers are too old. */
export interface StaleAccount extends Pick<StoredConnection, 'connection_id' | 'source_system' | 'name'> {
  /** How the ids of its tickets begin. */
  account: string;
  data_as_of: Instant;
}

/** Accounts that are read regularly, have been read once, and are further behind than promised. */
export const staleAccounts = (connections: readonly StoredConnection[], now: Instant): StaleAccount[] =>
  connections.flatMap(({ connection_id, source_system, name, account, data_as_of, next_sync_at }) =>
    account !== null && next_sync_at !== null && data_as_of !== null && isBehind(data_as_of, now)
      ? [{ connection_id, source_system, name, account, data_as_of }]
      : [],
  );

/** What a CSM should know of a customer whose tickets come from such an account: that its numbers may be wrong. */
export const staleSyncFindings = (
  { customer, tickets }: { customer: Customer; tickets: readonly TicketRecord[] },
  stale: readonly StaleAccount[],
): AlertFinding[] =>
  stale
    .filter(({ account }) => tickets.some(({ ticket_id }) => ticket_id.startsWith(account)))
    .map(({ connection_id, source_system, name, data_as_of }) => ({
      customer_id: customer.customer_id,
      customer_name: customer.name,
      csm_id: customer.csm_id ?? null,
      type: 'stale_sync',
      severity: 'medium',
      title: 'Sync behind',
      description: `Tickets of ${name ?? source_system} are known only up to ${data_as_of}.`,
      evidence: { connection_id, source_system, data_as_of },
      ticket_ids: [],
      dedupe_key: `stale_sync:${connection_id}:${customer.customer_id}`,
    }));
