import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AlertFinding, DEFAULT_SLA_POLICY } from '@cscx/support-core';
import { buildCustomer, buildStatusEvents, buildTicket } from '@cscx/support-core/testing';
import { matched, saveAccount } from '../__fixtures__/save-account.js';
import { storeEngines } from '../__fixtures__/store-engines.js';
import type { AuditEntry } from './audit-log.js';
import type { SupportStore } from './support-store.js';

const EARLY = '1970-01-01T00:00:00Z';

describe.each(storeEngines)('a store on %s', (_name, open) => {
  let store: SupportStore;
  let stop: () => Promise<void>;
  let organizations = 0;

  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());

  /** Each test has an organization of its own. */
  const newOrganization = async () => {
    const organization = store.forOrganization(`organization-${++organizations}`);
    await organization.ensure();
    await organization.customers.save([buildCustomer()]);
    return organization;
  };
  const ticketsOf = async (organization: Awaited<ReturnType<typeof newOrganization>>) => {
    const found = await organization.tickets.byCustomer({ customer_ids: ['acme'], changed_since: EARLY });
    return found.get('acme') ?? [];
  };

  test('is on the newest schema, and migrating again does nothing', async () => {
    expect(await store.isMigrated()).toBe(true);
    expect(await store.migrate()).toEqual([]);
  });

  test('gives a ticket back as it came, its history in the order in which it happened', async () => {
    const organization = await newOrganization();
    const events = buildStatusEvents('import:desk:1', [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-03T09:00:00Z', 'pending'],
      ['2026-11-03T09:00:00Z', 'open'],
      ['2026-11-04T09:00:00.250Z', 'resolved'],
    ]);
    const ticket = buildTicket({
      status: 'resolved',
      resolved_at: '2026-11-04T09:00:00.250Z',
      tags: ['a "quoted" tag', 'ü'],
      vendor_sla: { resolution: { is_breached: true } },
      events,
    });
    await organization.tickets.save({ tickets: [matched(ticket)], events: events.toReversed() });
    const [stored] = await ticketsOf(organization);
    expect(stored).toEqual({
      ...ticket,
      // Events of one instant keep the order in which they came in.
      events: [events[0], events[2], events[1], events[3]],
    });
  });

  test('says which tickets changed; the same batch again changes none', async () => {
    const organization = await newOrganization();
    const batch = {
      tickets: ['1', '2'].map((external_id) => matched(buildTicket({ external_id }))),
      events: buildStatusEvents('import:desk:1', [['2026-11-02T09:00:00Z', 'open']]),
    };
    expect(await organization.tickets.save(batch)).toEqual(new Set(['import:desk:1', 'import:desk:2']));
    expect(await organization.tickets.save(batch)).toEqual(new Set());
  });

  test('an event that comes twice in a batch, as rows on the border of two pages do, is one, as it came last', async () => {
    const organization = await newOrganization();
    const [opened, resolved] = buildStatusEvents('import:desk:1', [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-04T09:00:00Z', 'resolved'],
    ]);
    if (!opened || !resolved) throw new Error('two events were built');
    const mended = { ...opened, at: '2026-11-02T10:00:00Z' };
    const events = [opened, resolved, mended, resolved];
    await organization.tickets.save({ tickets: [matched(buildTicket())], events });
    expect((await ticketsOf(organization))[0]?.events).toEqual([mended, resolved]);
  });

  test('an older version never overwrites a newer one, whichever comes first', async () => {
    const organization = await newOrganization();
    const older = matched(buildTicket({ subject: 'older', source_updated_at: '2026-11-03T09:00:00Z' }));
    const newer = matched(buildTicket({ subject: 'newer', source_updated_at: '2026-11-03T09:00:00.5Z' }));
    await organization.tickets.save({ tickets: [newer], events: [] });
    expect(await organization.tickets.save({ tickets: [older], events: [] })).toEqual(new Set());
    await organization.tickets.save({ tickets: [newer, older], events: [] });
    expect((await ticketsOf(organization)).map(({ subject }) => subject)).toEqual(['newer']);
  });

  test('keeps subjects that PostgreSQL itself refuses', async () => {
    const organization = await newOrganization();
    const subject = 'cut\0 emoji \ud83d';
    await organization.tickets.save({ tickets: [matched(buildTicket({ subject }))], events: [] });
    expect((await ticketsOf(organization))[0]?.subject).toBe('cut emoji \ufffd');
  });

  test('leaves out resolved tickets that were last touched before the window, never open ones', async () => {
    const organization = await newOrganization();
    const long_ago = '2025-01-01T00:00:00Z';
    await organization.tickets.save({
      tickets: [
        matched(buildTicket({ external_id: 'open', created_at: long_ago })),
        matched(buildTicket({ external_id: 'done', status: 'closed', created_at: long_ago, closed_at: long_ago })),
        matched(
          buildTicket({
            external_id: 'late',
            status: 'closed',
            created_at: long_ago,
            closed_at: '2026-11-01T00:00:00Z',
          }),
        ),
      ],
      events: [],
    });
    const found = await organization.tickets.byCustomer({
      customer_ids: ['acme', 'nobody'],
      changed_since: '2026-11-01T00:00:00Z',
    });
    expect(found.get('acme')?.map(({ external_id }) => external_id)).toEqual(['late', 'open']);
    expect(found.has('nobody')).toBe(false);
  });

  test('organizations do not see each other, even where all ids are the same', async () => {
    await saveAccount(store, 'left', { tickets: [buildTicket({ subject: 'left' })] });
    await saveAccount(store, 'right', {
      tickets: [buildTicket({ subject: 'right' }), buildTicket({ external_id: '2' })],
    });
    expect((await ticketsOf(store.forOrganization('left'))).map(({ subject }) => subject)).toEqual(['left']);
    expect(await store.forOrganization('nowhere').customers.find('acme')).toBeUndefined();
    expect(await store.forOrganization('nowhere').customers.list()).toEqual([]);
  });

  test('a transaction that fails leaves nothing behind', async () => {
    const organization = await newOrganization();
    const failing = organization.transaction(async (inside) => {
      await inside.customers.save([buildCustomer({ customer_id: 'globex' })]);
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(await organization.customers.find('globex')).toBeUndefined();
  });

  test('a customer that a ticket file implies does not replace what is known of it', async () => {
    const organization = await newOrganization();
    await organization.customers.save([buildCustomer({ csm_id: 'maya' })]);
    const implied = [buildCustomer(), buildCustomer({ customer_id: 'globex', name: 'Globex' })];
    expect(await organization.customers.addMissing(implied)).toBe(1);
    expect((await organization.customers.find('acme'))?.csm_id).toBe('maya');
    expect((await organization.customers.list({ csm_id: 'maya' })).map(({ customer_id }) => customer_id)).toEqual([
      'acme',
    ]);
  });

  test('keeps what a customer has of its own: tier, policy and thresholds', async () => {
    const organization = await newOrganization();
    const customer = buildCustomer({
      tier: 'enterprise',
      sla_policy: DEFAULT_SLA_POLICY,
      thresholds: { low_csat_below: 4.2 },
    });
    await organization.customers.save([customer]);
    expect(await organization.customers.find('acme')).toEqual(customer);
    expect(await organization.customers.save([customer])).toEqual(new Set());
  });

  test('freshness only moves forward', async () => {
    const organization = await newOrganization();
    expect((await organization.find())?.data_as_of).toBeNull();
    await organization.markDataAsOf('2026-11-23T09:00:00.000Z');
    await organization.markDataAsOf('2026-11-22T09:00:00.000Z');
    expect((await organization.find())?.data_as_of).toBe('2026-11-23T09:00:00.000Z');
  });

  test('settings are the defaults until some are saved', async () => {
    const organization = await newOrganization();
    expect((await organization.find())?.settings).toMatchObject({
      timezone: 'UTC',
      thresholds: { csat_target: 4.5 },
      tier_sla_policies: {},
    });
    await organization.saveSettings({
      timezone: 'Europe/Berlin',
      tier_sla_policies: { enterprise: DEFAULT_SLA_POLICY },
    });
    expect((await organization.find())?.settings).toMatchObject({
      timezone: 'Europe/Berlin',
      thresholds: { csat_target: 4.5 },
      tier_sla_policies: { enterprise: DEFAULT_SLA_POLICY },
    });
  });

  test('an API key opens its own organization, and only its hash is kept', async () => {
    const organization = await newOrganization();
    const { key, prefix } = await organization.apiKeys.create({ name: 'CI', now: '2026-11-23T09:00:00Z' });
    expect(key.startsWith(prefix)).toBe(true);
    const { organization_id } = organization;
    expect(await store.findApiKey(key)).toEqual({ organization_id, prefix, scopes: ['reports:read', 'sync:read'] });
    expect(await store.findApiKey(`${key}x`)).toBeUndefined();
    expect(await store.findApiKey(prefix)).toBeUndefined();
  });

  test('a key is listed without its secret, and revoked by its prefix, at once and by its organization alone', async () => {
    const organization = await newOrganization();
    const [created_at, revoked_at] = ['2026-11-23T09:00:00.000Z', '2026-11-24T09:00:00.000Z'];
    const scopes = ['customers:write', 'customers:write'] as const;
    const { key, prefix } = await organization.apiKeys.create({ name: 'CRM', scopes, now: created_at });
    const listed = { prefix, name: 'CRM', scopes: ['customers:write'], created_at, revoked_at: null };
    expect(await organization.apiKeys.list()).toEqual([listed]);
    const other = await newOrganization();
    await expect(other.apiKeys.revoke(prefix, revoked_at)).rejects.toThrow('no key of that prefix');
    expect(await store.findApiKey(key)).toMatchObject({ prefix });
    expect(await organization.apiKeys.revoke(prefix, revoked_at)).toEqual({ ...listed, revoked_at });
    expect(await store.findApiKey(key)).toBeUndefined();
    expect(await organization.apiKeys.revoke(prefix, '2026-11-25T09:00:00Z')).toEqual({ ...listed, revoked_at });
  });

  test('the audit log tells the newest first, each organization its own', async () => {
    const [left, right] = [await newOrganization(), await newOrganization()];
    const entry = (hour: number): AuditEntry => ({
      at: `2026-11-23T0${hour}:00:00.000Z`,
      principal: { role: 'manager', subject: 'maya' },
      action: 'linkTicket',
      target: { ticketId: 'import:desk:1' },
      request_id: null,
    });
    for (const hour of [1, 3, 2]) await left.audit.record(entry(hour));
    expect(await left.audit.latest(2)).toEqual([entry(3), entry(2)]);
    expect(await right.audit.latest(2)).toEqual([]);
  });

  test('a CSM sees its customers, their tickets and their alerts, and nothing of any other', async () => {
    const { organization_id, ...organization } = await newOrganization();
    await saveAccount(store, organization_id, {
      customer: buildCustomer({ customer_id: 'globex', name: 'Globex', csm_id: 'maya' }),
      tickets: [buildTicket({ external_id: 'g' })],
    });
    await saveAccount(store, organization_id, { tickets: [buildTicket({ external_id: 'a' })] });
    const findings = ['acme', 'globex'].map((customer_id): AlertFinding => ({
      customer_id,
      customer_name: customer_id,
      csm_id: null,
      type: 'low_csat',
      severity: 'high',
      title: 'Low CSAT',
      description: '',
      evidence: {},
      ticket_ids: [],
      dedupe_key: customer_id,
    }));
    await organization.alerts.reconcile(['acme', 'globex'], findings, '2026-11-23T09:00:00Z');

    const seen = async (csm_id: string | null) => {
      const { customers, tickets, alerts } = store.forOrganization(organization_id, { csm_id });
      const customer_ids = ['acme', 'globex'];
      const page = (customer_id: string) => tickets.page(customer_id, { sort: 'default', limit: 10 });
      return {
        found: (await customers.find('globex')) !== undefined,
        foundOther: (await customers.find('acme')) !== undefined,
        listed: (await customers.list()).map(({ customer_id }) => customer_id),
        listedForOther: await customers.list({ csm_id: 'otto' }),
        byCustomer: [...(await tickets.byCustomer({ customer_ids, changed_since: EARLY })).keys()],
        pages: (await Promise.all(customer_ids.map(page))).map(({ length }) => length),
        customersOf: await tickets.customersOf(['import:desk:a', 'import:desk:g']),
        alerts: (await alerts.page({ limit: 10, now: EARLY })).map(({ customer_id }) => customer_id),
      };
    };
    expect(await seen('maya')).toEqual({
      found: true,
      foundOther: false,
      listed: ['globex'],
      listedForOther: [],
      byCustomer: ['globex'],
      pages: [0, 1],
      customersOf: ['globex'],
      alerts: ['globex'],
    });
    const nothing = { found: false, foundOther: false, listed: [], listedForOther: [] };
    const nobody = { ...nothing, byCustomer: [], pages: [0, 0], customersOf: [], alerts: [] };
    expect(await seen('otto')).toEqual(nobody);
    expect(await seen(null)).toEqual(nobody);
    const inside = store.forOrganization(organization_id, { csm_id: 'maya' });
    expect(await inside.transaction(({ customers }) => customers.find('acme'))).toBeUndefined();
  });

  test('cannot be asked without an organization', () => {
    expect(() => store.forOrganization('')).toThrow('expected the id of an organization');
  });

  describe('alerts', () => {
    const finding = (fields: Partial<AlertFinding> = {}): AlertFinding => ({
      customer_id: 'acme',
      customer_name: 'Acme Corp',
      csm_id: null,
      type: 'ticket_spike',
      severity: 'high',
      title: 'Ticket spike',
      description: '12 tickets this week',
      evidence: { tickets: 12 },
      ticket_ids: ['import:desk:1'],
      dedupe_key: 'ticket_spike:acme:2026-W48',
      ...fields,
    });
    const [monday, tuesday, wednesday] = ['2026-11-23', '2026-11-24', '2026-11-25'].map(
      (day) => `${day}T09:00:00.000Z`,
    );

    test('one finding is one alert: updated while it stands, resolved when it is gone, reopened when it is back', async () => {
      const { alerts } = await newOrganization();
      const reconcile = async (findings: AlertFinding[], now = '') => {
        await alerts.reconcile(['acme'], findings, now);
        return alerts.page({ limit: 10, now });
      };
      const [opened] = await reconcile([finding()], monday);
      expect(opened).toMatchObject({ ...finding(), status: 'open', created_at: monday, updated_at: monday });

      expect(await reconcile([finding()], tuesday)).toEqual([opened]);

      const worse = finding({ severity: 'critical', evidence: { tickets: 20 } });
      const updated = { ...opened, ...worse, updated_at: tuesday };
      expect(await reconcile([worse], tuesday)).toEqual([updated]);

      expect(await reconcile([], wednesday)).toEqual([
        { ...updated, status: 'resolved', updated_at: wednesday, resolved_at: wednesday },
      ]);
      expect(await alerts.page({ standing: true, limit: 10, now: wednesday ?? '' })).toEqual([]);

      expect(await reconcile([worse], wednesday)).toEqual([{ ...updated, updated_at: wednesday }]);
    });

    test('customers that were not evaluated keep their alerts', async () => {
      const organization = await newOrganization();
      await organization.customers.save([buildCustomer({ customer_id: 'globex' })]);
      await organization.alerts.reconcile(['acme'], [finding()], monday ?? '');
      await organization.alerts.reconcile(['globex'], [], tuesday ?? '');
      expect(await organization.alerts.page({ status: 'open', limit: 10, now: tuesday ?? '' })).toHaveLength(1);
    });

    test('an alert follows its customer to another CSM', async () => {
      const organization = await newOrganization();
      await organization.alerts.reconcile(['acme'], [finding()], monday ?? '');
      await organization.customers.save([buildCustomer({ csm_id: 'maya', name: 'Acme Inc' })]);
      expect(await organization.alerts.page({ csm_id: 'maya', limit: 10, now: monday ?? '' })).toMatchObject([
        { csm_id: 'maya', customer_name: 'Acme Inc' },
      ]);
    });
  });
});
