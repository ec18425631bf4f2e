import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSimulatedAccount, createSimulatedClock, createSimulatedFreshdesk } from '@cscx/support-core/simulators';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { type AccountDescription, connectAccount } from './connect-account.js';
import { createCredentialsVault } from './credentials-vault.js';
import { rotateCredentials } from './rotate-credentials.js';

const START = Date.parse('2026-11-23T09:00:00Z');
const NOW = new Date(START).toISOString();
const now = () => NOW;

describe('an account that is connected', () => {
  const key = randomBytes(32).toString('base64');
  const vault = createCredentialsVault([key]);
  let store: SupportStore;
  let organizations = 0;
  let organization: OrganizationStore;

  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    organization = store.forOrganization(`connect-${++organizations}`);
    await organization.ensure();
  });

  const newDesk = (domain = 'acme') => {
    const clock = createSimulatedClock(START);
    return createSimulatedFreshdesk({ account: createSimulatedAccount({ now: START, stories: [] }), clock, domain });
  };
  type Desk = ReturnType<typeof newDesk>;
  const connect = (desk: Desk, description: Partial<AccountDescription> = {}) =>
    connectAccount(
      organization,
      {
        source_system: 'freshdesk',
        settings: desk.settings,
        credentials: desk.credentials,
        isChecked: true,
        ...description,
      },
      { services: { vault, fetch: desk.fetch, clock: desk.clock }, now },
    );
  const stored = () => organization.connections.list();

  test('is due at once, under an id that nobody guesses, and its credentials are sealed', async () => {
    const desk = newDesk();
    const connected = await connect(desk, { name: 'Help desk' });
    const { connection_id } = connected;
    expect(connection_id).toMatch(/^freshdesk-[a-z2-9]{16}$/);
    expect(connected).toMatchObject({ isConnected: true, check: { isUsable: true } });
    const [connection] = await stored();
    expect(connection).toMatchObject({
      connection_id,
      source_system: 'freshdesk',
      name: 'Help desk',
      account: 'freshdesk:acme:',
      settings: desk.settings,
      next_sync_at: NOW,
      data_as_of: null,
    });
    expect(connection?.credentials).not.toContain(desk.credentials.api_key);
    const owner = { organization_id: organization.organization_id, connection_id };
    expect(vault.open(connection?.credentials ?? '', owner)).toEqual(desk.credentials);
    expect(await store.connectionsById(connection_id)).toEqual([owner]);
  });

  test('that cannot be read is not stored, and a person is told why; unless it is to be stored unchecked', async () => {
    const desk = newDesk();
    const credentials = { type: 'api_key', api_key: 'of-somebody-else' };
    const refused = await connect(desk, { credentials });
    expect(refused).toMatchObject({ isConnected: false, check: { isUsable: false } });
    expect(refused.check?.problems[0]?.message).toMatch(/key/i);
    expect(await stored()).toEqual([]);
    expect(await connect(desk, { credentials, isChecked: false })).toMatchObject({ isConnected: true, check: null });
    expect(await stored()).toHaveLength(1);
  });

  test('is connected once in an organization; another organization may have it, too', async () => {
    const desk = newDesk();
    const { connection_id } = await connect(desk);
    await expect(connect(desk)).rejects.toThrow(`as ${connection_id}`);
    expect(await connect(newDesk('globex'))).toMatchObject({ isConnected: true });
    organization = store.forOrganization(`connect-${++organizations}`);
    await organization.ensure();
    expect(await connect(desk)).toMatchObject({ isConnected: true });
  });

  test('takes what is given anew and keeps the rest, also how far it was read', async () => {
    const desk = newDesk();
    const { connection_id } = await connect(desk, { name: 'Help desk' });
    await organization.connections.begin({ connection_id, source_system: 'freshdesk' }, NOW);
    await organization.connections.saveCursor(connection_id, { cursor: 'page 7', pulled: 1 }, NOW);
    await organization.connections.fail(connection_id, { code: 'connector_unauthorized' }, NOW);
    const before = await organization.connections.find(connection_id);
    const settings = { ...desk.settings, sla: 'none' };
    const other = { source_system: undefined, credentials: undefined, connection_id };
    await connect(desk, { ...other, settings });
    const after = await organization.connections.find(connection_id);
    expect(after).toEqual({ ...before, settings, last_error: null, failures: 0 });

    const described = {
      ...other,
      settings: undefined,
      credentials: { ...desk.credentials, webhook_secrets: ['0123456789abcdef'] },
    };
    expect(await connect(desk, described)).toMatchObject({ webhook_path: `/api/support/webhooks/${connection_id}` });
    expect(await organization.connections.find(connection_id)).toMatchObject({ settings, cursor: 'page 7' });
  });

  test('cannot become another account, nor one of another support system', async () => {
    const desk = newDesk();
    const { connection_id } = await connect(desk);
    await expect(connect(newDesk('globex'), { connection_id })).rejects.toThrow('connect another account without --id');
    await expect(connect(desk, { connection_id, source_system: 'zendesk' })).rejects.toThrow('expected freshdesk');
    await expect(connect(desk, { connection_id: 'nobody' })).rejects.toThrow('expected the id of a connection');
  });

  test.each(['source_system', 'settings', 'credentials'] as const)('needs %s when it is new', async (field) => {
    await expect(connect(newDesk(), { [field]: undefined })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('is sealed anew with a new key, after which the old one is needed no more', async () => {
    const { connection_id } = await connect(newDesk());
    const next = randomBytes(32).toString('base64');
    const both = createCredentialsVault([next, key]);
    const { resealed } = await rotateCredentials(store, both);
    expect(resealed).toBeGreaterThan(0);
    expect(await rotateCredentials(store, both)).toEqual({ resealed: 0, unchanged: resealed });
    const sealed = (await organization.connections.find(connection_id))?.credentials ?? '';
    const owner = { organization_id: organization.organization_id, connection_id };
    expect(createCredentialsVault([next]).open(sealed, owner)).toMatchObject({ type: 'api_key' });
  });
});
