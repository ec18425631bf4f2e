import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSyncRoute, syncStatusRoute } from '@cscx/support-core/api';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';
import { saveConnections } from '../sync/__fixtures__/fake-accounts.js';

const NOW = '2026-11-23T09:00:00.000Z';
const EARLIER = '2026-11-23T08:50:00.000Z';
const LATER = '2026-11-23T09:04:00.000Z';

describe('the sync of an organization', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
  });
  afterAll(() => server.close());

  const newOrganization = async (id: string, ...connectionIds: string[]) => {
    const organization = server.store.forOrganization(id);
    await saveConnections(organization, connectionIds, LATER);
    return organization;
  };
  const status = async (organization: string) => {
    const response = await server.get('/api/support/sync', organization);
    expect(response.status).toBe(200);
    return syncStatusRoute.response.parse(await response.json());
  };

  test('is told connection by connection; the data are as old as the one that is furthest behind', async () => {
    const { connections, skippedRecords } = await newOrganization('acme', 'a', 'b', 'c');
    const degraded = [{ capability: 'sla' as const, reason: 'needs another plan' }];
    for (const [connection_id, at] of [
      ['a', EARLIER],
      ['b', NOW],
    ] as const) {
      await connections.begin({ connection_id, source_system: 'zendesk' }, at);
      await connections.complete(connection_id, { degraded }, at);
    }
    await connections.begin({ connection_id: 'c', source_system: 'zendesk' }, EARLIER);
    await connections.saveCursor('c', { cursor: '1', pulled: 700 }, EARLIER);
    await connections.fail('a', { code: 'connector_unavailable' }, NOW);
    await skippedRecords.save('b', [{ position: '7', field: 'status', reason: 'expected text' }], NOW);

    const answer = await status('acme');
    expect(answer.data_as_of).toBe(EARLIER);
    expect(answer.connections).toEqual([
      expect.objectContaining({
        connection_id: 'a',
        state: 'failing',
        failures: 1,
        last_error: { code: 'connector_unavailable', at: NOW },
        degraded,
      }),
      {
        connection_id: 'b',
        name: null,
        source_system: 'zendesk',
        state: 'current',
        data_as_of: NOW,
        sync: null,
        next_sync_at: LATER,
        last_error: null,
        failures: 0,
        degraded,
        kept_aside: 1,
      },
      expect.objectContaining({
        connection_id: 'c',
        state: 'first_sync',
        data_as_of: null,
        sync: { started_at: EARLIER, pulled: 700 },
      }),
    ]);
    expect(JSON.stringify(answer)).not.toContain('sealed');

    // One that is paused holds nobody up.
    await connections.schedule('a', null, NOW);
    expect((await status('acme')).data_as_of).toBe(NOW);
  });

  test('of an organization without connections is as of its last import', async () => {
    const organization = await newOrganization('imports');
    await organization.markDataAsOf(EARLIER);
    expect(await status('imports')).toEqual({ connections: [], data_as_of: EARLIER });
  });

  test('starts when it is asked for, by whichever process looks next, and the audit log has it', async () => {
    const organization = await newOrganization('asks', 'asked');
    await organization.connections.schedule('asked', null, NOW);
    expect((await status('asks')).connections[0]?.state).toBe('paused');
    const response = await server.send('POST', '/api/support/sync/asked', 'asks', {});
    expect(response.status).toBe(200);
    expect(startSyncRoute.response.parse(await response.json())).toMatchObject({ state: 'waiting', next_sync_at: NOW });
    expect(await server.store.dueConnections(NOW, 10)).toEqual([{ organization_id: 'asks', connection_id: 'asked' }]);
    expect(await organization.audit.latest(1)).toMatchObject([
      { action: 'startSync', target: { connectionId: 'asked' } },
    ]);
  });

  test('of a connection of another organization is as unknown as one that is not there', async () => {
    await newOrganization('owner', 'private');
    await newOrganization('stranger', 'other');
    const answers = await Promise.all(
      ['private', 'nowhere'].map((id) => server.send('POST', `/api/support/sync/${id}`, 'stranger', {})),
    );
    expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
    expect((await status('stranger')).connections.map(({ connection_id }) => connection_id)).toEqual(['other']);
  });

  test('of a connection without credentials is refused', async () => {
    const organization = await newOrganization('bare', 'empty');
    await organization.connections.saveCredentials('empty', null);
    const response = await server.send('POST', '/api/support/sync/empty', 'bare', {});
    expect(response.status).toBe(400);
  });
});
