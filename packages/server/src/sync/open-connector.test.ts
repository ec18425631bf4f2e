import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSimulatedAccount, createSimulatedClock, createSimulatedZendesk } from '@cscx/support-core/simulators';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { createCredentialsVault } from './credentials-vault.js';
import { openConnector } from './open-connector.js';

const START = Date.parse('2026-11-23T09:00:00Z');
const NOW = new Date(START).toISOString();

describe('the connector of a stored connection', () => {
  const vault = createCredentialsVault([randomBytes(32).toString('base64')]);
  let store: SupportStore;
  let organizations = 0;
  let organization: OrganizationStore;
  let owner: { organization_id: string; connection_id: string };

  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    organization = store.forOrganization(`open-${++organizations}`);
    await organization.ensure();
    owner = { organization_id: organization.organization_id, connection_id: 'desk' };
  });

  const save = async (credentials: string | null, settings: object = { subdomain: 'acme' }) => {
    const details = { connection_id: 'desk', source_system: 'zendesk', name: null, account: null, settings };
    await organization.connections.save({ ...details, credentials, next_sync_at: NOW }, NOW);
  };
  const stored = async () => {
    const connection = await organization.connections.find('desk');
    if (!connection) throw new Error('expected a connection');
    return connection;
  };
  const storedCredentials = async () => vault.open((await stored()).credentials ?? '', owner);

  /** A simulated account whose access token has just run out. */
  const outdated = async () => {
    const clock = createSimulatedClock(START);
    const vendor = createSimulatedZendesk({
      account: createSimulatedAccount({ now: START, stories: [] }),
      clock,
      auth: 'oauth',
    });
    await save(vault.seal({ ...vendor.credentials, expires_at: NOW }, owner), vendor.settings);
    return { vendor, clock };
  };

  test('keeps new tokens before it uses them', async () => {
    const { vendor, clock } = await outdated();
    const before = (await stored()).credentials;
    const uses: boolean[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      // What is asked with a token has to be stored by then.
      if (!request.url.includes('/oauth/')) uses.push((await stored()).credentials !== before);
      return vendor.fetch(request);
    };
    const connector = await openConnector(organization, await stored(), { vault, fetch, clock });
    expect(await connector.checkConnection()).toMatchObject({ isUsable: true });
    expect(uses.length).toBeGreaterThan(0);
    expect(uses).not.toContain(false);
    // The next process goes on with them.
    const next = await openConnector(organization, await stored(), { vault, fetch: vendor.fetch, clock });
    expect(await next.checkConnection()).toMatchObject({ isUsable: true });
  });

  test('keeps new tokens also when the old ones were sealed with another key meanwhile', async () => {
    const { vendor, clock } = await outdated();
    const connector = await openConnector(organization, await stored(), { vault, fetch: vendor.fetch, clock });
    const before = await storedCredentials();
    await organization.connections.saveCredentials('desk', vault.seal(before, owner));
    await connector.checkConnection();
    expect(await storedCredentials()).not.toEqual(before);
  });

  test('leaves credentials alone that a person has given meanwhile', async () => {
    const { vendor, clock } = await outdated();
    const connector = await openConnector(organization, await stored(), { vault, fetch: vendor.fetch, clock });
    const given = { type: 'api_token', email: 'sync@acme.example', token: 'made-up-token' };
    await save(vault.seal(given, owner));
    await connector.checkConnection();
    expect(await storedCredentials()).toEqual(given);
  });

  test('is not made without credentials, nor for a support system that nobody knows', async () => {
    await save(null);
    await expect(openConnector(organization, await stored(), { vault })).rejects.toMatchObject({
      code: 'credentials_sealed',
    });
    const foreign = { ...(await stored()), source_system: 'lotus-notes' };
    await expect(openConnector(organization, foreign, { vault })).rejects.toThrow('source_system');
  });
});
