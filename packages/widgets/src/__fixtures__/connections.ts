import type { SyncStatus } from '@cscx/support-client/operations';
import type { ConnectionStatus } from '@cscx/support-core/api';
import { hoursAgo } from './clock.js';

const MINUTE = 1 / 60;

const connection = (connection_id: string, changes: Partial<ConnectionStatus> = {}): ConnectionStatus => ({
  connection_id,
  name: null,
  source_system: connection_id,
  state: 'current',
  data_as_of: hoursAgo(4 * MINUTE),
  sync: null,
  next_sync_at: hoursAgo(-1 * MINUTE),
  last_error: null,
  failures: 0,
  degraded: [],
  kept_aside: 0,
  ...changes,
});

/** One of each kind. */
export const connections: readonly ConnectionStatus[] = [
  connection('zendesk', {
    name: 'Acme Zendesk',
    degraded: [{ capability: 'csat', reason: 'the survey endpoint needs the Suite Professional plan' }],
    kept_aside: 3,
  }),
  connection('freshdesk', {
    name: 'EMEA Helpdesk',
    state: 'blocked',
    data_as_of: hoursAgo(26),
    last_error: { code: 'connector_unauthorized', at: hoursAgo(2) },
    failures: 6,
  }),
  connection('intercom', {
    name: 'Intercom Chat',
    state: 'failing',
    data_as_of: hoursAgo(40 * MINUTE),
    last_error: { code: 'connector_unavailable', at: hoursAgo(3 * MINUTE) },
    failures: 3,
    next_sync_at: hoursAgo(-2 * MINUTE),
  }),
  connection('salesforce', {
    name: 'Service Cloud',
    state: 'first_sync',
    data_as_of: null,
    sync: { started_at: hoursAgo(0.5), pulled: 12_400 },
  }),
  connection('zendesk-2', {
    name: 'Globex Zendesk',
    source_system: 'zendesk',
    state: 'behind',
    data_as_of: hoursAgo(0.4),
  }),
  connection('archive', {
    name: 'Old desk',
    source_system: 'freshdesk',
    state: 'paused',
    data_as_of: hoursAgo(500),
    next_sync_at: null,
  }),
  connection('new', { source_system: 'zendesk', state: 'waiting', data_as_of: null }),
  connection('billing', {
    name: 'Billing tool',
    source_system: 'webhook',
    data_as_of: hoursAgo(1 * MINUTE),
    next_sync_at: null,
  }),
];

export const syncStatus: SyncStatus = { connections: [...connections], data_as_of: hoursAgo(26) };

/** Everything as it should be. */
export const freshStatus: SyncStatus = {
  connections: [
    connection('zendesk', { name: 'Acme Zendesk', sync: { started_at: hoursAgo(MINUTE), pulled: 1 } }),
    connection('intercom', { name: 'Intercom Chat' }),
  ],
  data_as_of: hoursAgo(4 * MINUTE),
};

export const noConnections: SyncStatus = { connections: [], data_as_of: null };

/** Names and numbers as nobody wants them. */
export const hugeStatus: SyncStatus = {
  connections: [
    connection('huge', {
      name: 'Donaudampfschifffahrtsgesellschaftskapitänsvereinigung Kundendienst Nord-Süd-Ost-West',
      source_system: 'salesforce',
      state: 'first_sync',
      data_as_of: null,
      sync: { started_at: hoursAgo(90), pulled: 123_456_789 },
      kept_aside: 98_765_432,
      degraded: [
        {
          capability: 'sla',
          reason: 'the profile integration_user_with_a_very_long_name_indeed may not read Entitlement',
        },
        { capability: 'history', reason: 'Field History Tracking is not switched on for Case.Status' },
      ],
    }),
    connection('huge-2', {
      name: 'مكتب المساعدة في الرياض',
      source_system: 'zendesk',
      state: 'failing',
      failures: 12_345,
      last_error: { code: 'never_heard_of', at: hoursAgo(1) },
      next_sync_at: hoursAgo(0.1),
    }),
  ],
  data_as_of: hoursAgo(4 * MINUTE),
};
