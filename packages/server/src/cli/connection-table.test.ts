import { expect, test } from 'vitest';
import { connectionTable } from './connection-table.js';

const NOW = '2026-11-23T09:00:00.000Z';

const connection = {
  connection_id: 'zendesk-1',
  name: null,
  source_system: 'zendesk',
  state: 'current',
  data_as_of: '2026-11-23T08:58:00.000Z',
  sync: null,
  next_sync_at: '2026-11-23T09:02:30.000Z',
  last_error: null,
  failures: 0,
  degraded: [],
  kept_aside: 0,
  newest_kept_aside: [],
} as const;

test('connections are shown as a table, and below it what a person has to know or to do', () => {
  const lines = connectionTable(
    [
      { ...connection, degraded: [], newest_kept_aside: [] },
      {
        ...connection,
        connection_id: 'intercom-12',
        name: 'Chat',
        source_system: 'intercom',
        state: 'first_sync',
        data_as_of: null,
        sync: { started_at: NOW, pulled: 1200 },
        next_sync_at: NOW,
        degraded: [{ capability: 'csat', reason: 'needs the plan Professional' }],
        kept_aside: 1,
        newest_kept_aside: [{ position: '77', field: 'state', reason: 'expected text' }],
      },
      {
        ...connection,
        connection_id: 'freshdesk-3',
        state: 'blocked',
        data_as_of: '2026-11-20T08:00:00.000Z',
        next_sync_at: null,
        last_error: { code: 'connector_unauthorized', at: '2026-11-23T08:00:00.000Z' },
        failures: 4,
        degraded: [],
        newest_kept_aside: [],
      },
    ],
    NOW,
  );
  expect(lines).toEqual([
    'connection   source    state                               data as of  next sync  kept aside',
    'zendesk-1    zendesk   current                             2 min ago   in 2 min   0',
    'intercom-12  intercom  reading its history (1200 tickets)  never       now        1',
    'freshdesk-3  zendesk   BLOCKED                             3 d ago     -          0',
    'intercom-12 is "Chat"',
    'intercom-12: without csat: needs the plan Professional',
    'intercom-12: kept aside record 77: state: expected text',
    'freshdesk-3: connector_unauthorized, 4 in a row, last 1 h ago: the credentials are refused: give valid ones with ' +
      '"cscx-support connect --id freshdesk-3"',
  ]);
});
