import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCustomer } from '@cscx/support-core/testing';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { SupportStore } from '../store/support-store.js';
import { patchCustomers } from './save-customers.js';

const NOW = '2026-11-25T10:00:00.000Z';

describe('patchCustomers', () => {
  let store: SupportStore;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  test('fields that are not told stay as they are; null clears', async () => {
    const organization = store.forOrganization('known');
    await organization.ensure();
    const acme = buildCustomer({ csm_id: 'maya', tier: 'gold', domains: ['acme.com'] });
    await organization.customers.save([acme]);
    const patch = { customer_id: 'acme', tier: null };
    expect(await patchCustomers(organization, [patch], { now: NOW })).toMatchObject({ saved: 1, unchanged: 0 });
    expect(await organization.customers.find('acme')).toEqual({ ...acme, tier: null });
    expect(await patchCustomers(organization, [patch], { now: NOW })).toMatchObject({ saved: 0, unchanged: 1 });
  });

  test('one that is not known yet is called by its id until a name is told', async () => {
    const organization = store.forOrganization('unknown');
    await organization.ensure();
    const patches = [
      { customer_id: 'acme', domains: ['acme.com'] },
      { customer_id: 'acme', arr: 7 },
    ];
    await patchCustomers(organization, patches, { now: NOW });
    const expected = buildCustomer({ name: 'acme', domains: ['acme.com'], arr: 7 });
    expect(await organization.customers.find('acme')).toEqual(expected);
  });
});
