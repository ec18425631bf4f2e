import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../../__fixtures__/open-test-store.js';
import type { SupportStore } from '../../store/support-store.js';
import type { CommandContext } from './data-command.js';
import { dataCommands } from './index.js';

const NOW = '2026-11-23T09:00:00.000Z';

let store: SupportStore;
let context: CommandContext;
beforeAll(async () => {
  store = await openTestStore();
  const { signal } = new AbortController();
  context = { store, now: () => NOW, signal, onProgress: () => undefined };
});
afterAll(() => store.close());

test('keys that are made and revoked on the command line are in the audit log, by how they begin', async () => {
  const organization_id = 'acme';
  const { key, prefix } = await dataCommands['create-api-key']({ organization_id, name: 'CRM' }, context);
  expect(await store.findApiKey(key)).toEqual({ organization_id, prefix, scopes: ['reports:read', 'sync:read'] });
  await dataCommands['revoke-api-key']({ organization_id, prefix }, context);
  expect(await store.findApiKey(key)).toBeUndefined();
  const { keys } = await dataCommands['list-api-keys']({ organization_id }, context);
  expect(keys).toMatchObject([{ prefix, name: 'CRM', revoked_at: NOW }]);
  const log = await store.forOrganization(organization_id).audit.latest(10);
  expect(log).toHaveLength(2);
  for (const action of ['createApiKey', 'revokeApiKey']) {
    const principal = { role: 'admin', subject: 'command line' };
    expect(log).toContainEqual({ at: NOW, principal, action, target: { prefix }, request_id: null });
  }
});

test('a key that there is not cannot be revoked, and leaves no entry', async () => {
  const input = { organization_id: 'other', prefix: 'cscx_unknown' };
  await expect(dataCommands['revoke-api-key'](input, context)).rejects.toThrow('no key of that prefix');
  expect(await store.forOrganization('other').audit.latest(10)).toEqual([]);
});

test.each([{ scopes: ['everything'] }, { scopes: [] }, { name: '' }])('input is checked: %j', async (fields) => {
  const input = { organization_id: 'acme', ...fields } as Parameters<(typeof dataCommands)['create-api-key']>[0];
  await expect(dataCommands['create-api-key'](input, context)).rejects.toThrow(/scopes|name/);
});
