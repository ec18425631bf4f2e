import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InvalidInputError } from '@cscx/support-core';
import { ConnectorError, type ConnectorErrorCode } from '@cscx/support-core/connectors';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import { recordingLogger } from '../__fixtures__/start-test-server.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { createFakeAccounts, type FakeAccounts, lastPage, saveConnections } from './__fixtures__/fake-accounts.js';
import { createManualTime, type ManualTime } from './__fixtures__/manual-time.js';
import { runTurn, type TurnServices } from './run-turn.js';

const START = '2026-11-23T09:00:00.000Z';
const HOUR = 3_600_000;

describe('a turn of a connection', () => {
  let store: SupportStore;
  let organizations = 0;
  let organization: OrganizationStore;
  let time: ManualTime;
  let accounts: FakeAccounts;
  let logger: ReturnType<typeof recordingLogger>;

  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    time = createManualTime(START);
    accounts = createFakeAccounts();
    logger = recordingLogger();
    organization = store.forOrganization(`turn-${++organizations}`);
    await saveConnections(organization, ['desk'], START);
  });

  const turn = (services: Partial<TurnServices> = {}) =>
    runTurn(
      organization,
      'desk',
      {
        open: accounts.open,
        now: time.now,
        random: () => 1,
        wait: time.wait,
        logger,
        interval_ms: HOUR,
        ...services,
      },
      { signal: new AbortController().signal },
    );
  const failWith = (code: ConnectorErrorCode, retry_at?: number, before = async () => {}) =>
    accounts.behaviours.set('desk', async function* () {
      yield { ...lastPage('desk'), isCaughtUp: false };
      await before();
      throw new ConnectorError(code, 'expected something else', {
        connector: 'zendesk',
        operation: 'tickets',
        retry_at,
      });
    });
  const desk = async () => organization.connections.find('desk');
  const at = (ms: number) => new Date(Date.parse(START) + ms).toISOString();

  test('that succeeds makes it due an interval later', async () => {
    expect(await turn()).toMatchObject({ kind: 'caught_up', summary: { pulled: 1, data_as_of: START } });
    expect(await desk()).toMatchObject({ next_sync_at: at(HOUR), failures: 0, lease_expires_at: null });
    expect(logger.lines).toEqual([expect.stringContaining('"pulled":1')]);
  });

  test('that fails is repeated ever later; what it read stays, and success makes it forget', async () => {
    failWith('connector_unavailable');
    for (const [index, seconds] of [30, 60, 120].entries()) {
      expect(await turn()).toMatchObject({ kind: 'failed' });
      expect(await desk()).toMatchObject({
        failures: index + 1,
        cursor: '1',
        data_as_of: null,
        last_error: { code: 'connector_unavailable', at: time.now() },
        next_sync_at: new Date(Date.parse(time.now()) + seconds * 1000).toISOString(),
        lease_expires_at: null,
      });
      time.advance(seconds * 1000);
    }
    accounts.behaviours.delete('desk');
    await turn();
    expect(await desk()).toMatchObject({ failures: 0, last_error: null, data_as_of: START });
  });

  test('obeys the support system that says when to come back', async () => {
    failWith('connector_rate_limited', Date.parse(START) + 2 * HOUR);
    await turn();
    expect(await desk()).toMatchObject({ next_sync_at: at(2 * HOUR) });
  });

  test('whose credentials are refused is repeated in six hours, unless somebody has new ones by then', async () => {
    failWith('connector_unauthorized');
    await turn();
    expect(await desk()).toMatchObject({ next_sync_at: at(6 * HOUR), last_error: { code: 'connector_unauthorized' } });
  });

  test('that used credentials which were replaced meanwhile is repeated soon', async () => {
    failWith('connector_unauthorized', undefined, () => organization.connections.saveCredentials('desk', 'newer'));
    await turn();
    expect(await desk()).toMatchObject({ next_sync_at: at(30_000), credentials: 'newer' });
  });

  test('whose connector cannot be made waits for a person, and is told of without its settings', async () => {
    await turn({
      async open() {
        throw new InvalidInputError('zendesk connection', [{ path: 'subdomain', message: 'expected a subdomain' }]);
      },
    });
    expect(await desk()).toMatchObject({
      last_error: { code: 'invalid_input', at: START },
      failures: 1,
      next_sync_at: at(6 * HOUR),
    });
  });

  test('that fails in an unforeseen way is noted, and the log does not repeat the message', async () => {
    accounts.behaviours.set('desk', async function* () {
      yield { ...lastPage('desk'), isCaughtUp: false };
      throw new Error('a ticket of jane@acme.example');
    });
    await turn();
    expect(await desk()).toMatchObject({ last_error: { code: 'internal_error' }, next_sync_at: at(30_000) });
    expect(logger.lines).toHaveLength(1);
    expect(logger.lines.join()).not.toContain('jane');
  });

  test('of a connection that somebody else reads does nothing', async () => {
    const lease = { lease_owner: 'somebody', now: START, lease_expires_at: at(1000) };
    await organization.connections.claim('desk', lease);
    expect(await turn()).toEqual({ kind: 'taken' });
    expect(accounts.pulls).toEqual([]);
    time.advance(1000);
    expect(await turn()).toMatchObject({ kind: 'caught_up' });
  });
});
