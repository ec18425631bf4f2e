import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlertFinding } from '@cscx/support-core';
import { alertActionRoute, alertsRoute, portfolioRoute, problemDetailsSchema } from '@cscx/support-core/api';
import { buildCustomer } from '@cscx/support-core/testing';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import { saveAccount } from '../__fixtures__/save-account.js';
import { recordingLogger } from '../__fixtures__/start-test-server.js';
import { bearerToken, type Principal } from '../auth/authenticate.js';
import { createSupportServer, type SupportServer } from '../create-support-server.js';
import type { SupportStore } from '../store/support-store.js';

const NOW = '2026-11-20T12:00:00.000Z';
const YESTERDAY = '2026-11-19T12:00:00.000Z';
const TOMORROW = '2026-11-21T12:00:00.000Z';
const ALERTS = '/api/reports/support-metrics/alerts';

const finding = (fields: Partial<AlertFinding> = {}): AlertFinding => ({
  customer_id: 'acme',
  customer_name: 'Acme Corp',
  csm_id: null,
  type: 'ticket_spike',
  severity: 'high',
  title: 'Ticket spike',
  description: '12 tickets this week',
  evidence: { tickets: 12 },
  ticket_ids: [],
  dedupe_key: 'ticket_spike:acme:2026-W47',
  ...fields,
});

describe('POST /api/reports/support-metrics/alerts/:alertId', () => {
  let now = NOW;
  let store: SupportStore;
  let server: SupportServer;
  const principals = new Map<string, Principal>();
  beforeAll(async () => {
    store = await openTestStore();
    server = createSupportServer({
      store,
      now: () => now,
      authenticate: (request) => principals.get(bearerToken(request) ?? '') ?? null,
      logger: recordingLogger(),
      rate_limits: false,
    });
  });
  afterAll(() => store.close());

  const ask = (token: string, path: string, body?: unknown) =>
    server.fetch(
      new Request(`http://localhost${path}`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
  const signIn = (token: string, principal: Omit<Principal, 'subject'>) =>
    principals.set(token, { subject: token, ...principal });

  /** An organization with one open alert, and an administrator whose token is the organization's name. */
  const start = async (name: string) => {
    now = NOW;
    await saveAccount(store, name, { customer: buildCustomer({ csm_id: 'maya' }) });
    signIn(name, { organization_id: name, role: 'admin' });
    const { alerts } = store.forOrganization(name);
    const evaluate = (at: string, ...findings: AlertFinding[]) => alerts.reconcile(['acme'], findings, at);
    await evaluate(YESTERDAY, finding());
    const [alert] = await alerts.page({ limit: 1, now: NOW });
    if (!alert) throw new Error('expected an alert');
    const send = (body: unknown, token = name) => ask(token, `${ALERTS}/${alert.alert_id}`, body);
    const act = async (body: object, token = name) => {
      const response = await send(body, token);
      expect(response.status).toBe(200);
      return alertActionRoute.response.parse(await response.json());
    };
    const issuesOf = async (body: unknown) => {
      const response = await send(body);
      expect(response.status).toBe(400);
      return problemDetailsSchema.parse(await response.json()).errors?.map(({ path }) => path);
    };
    const list = async (query = '') =>
      alertsRoute.response.parse(await (await ask(name, `${ALERTS}${query}`)).json()).alerts;
    const statusNow = async () => (await list())[0]?.status;
    return { alert, act, evaluate, issuesOf, list, send, statusNow };
  };
  const untouched = {
    acknowledged_at: null,
    acknowledged_by: null,
    snoozed_until: null,
    resolved_at: null,
    resolved_by: null,
    note: null,
  };

  test('acknowledging keeps who did it first, and when', async () => {
    const { alert, act } = await start('acknowledge');
    signIn('second', { organization_id: 'acknowledge', role: 'manager' });
    const acknowledged = {
      ...alert,
      status: 'acknowledged',
      acknowledged_at: NOW,
      acknowledged_by: 'acknowledge',
      note: 'On it',
      updated_at: NOW,
    };
    expect(await act({ action: 'acknowledge', note: 'On it' })).toEqual(acknowledged);
    now = TOMORROW;
    expect(await act({ action: 'acknowledge' }, 'second')).toEqual(acknowledged);
    expect(await act({ action: 'acknowledge', note: 'Called' }, 'second')).toEqual({
      ...acknowledged,
      note: 'Called',
      updated_at: TOMORROW,
    });
  });

  test('a snoozed alert is open again when its time has passed, in every list and filter', async () => {
    const { alert, act, list } = await start('snooze');
    const snoozed = { ...alert, status: 'snoozed', snoozed_until: TOMORROW, updated_at: NOW };
    expect(await act({ action: 'snooze', until: TOMORROW })).toEqual(snoozed);
    expect(await list('?status=snoozed')).toEqual([snoozed]);
    expect(await list('?status=open')).toEqual([]);

    now = TOMORROW;
    const open = { ...alert, updated_at: NOW };
    expect(await list('?status=open')).toEqual([open]);
    expect(await list('?status=snoozed')).toEqual([]);
    const portfolio = await (await ask('snooze', '/api/reports/support-metrics')).json();
    expect(portfolioRoute.response.parse(portfolio).alerts).toEqual([open]);
    expect(await act({ action: 'reopen' })).toEqual(open);
    expect(await act({ action: 'acknowledge' })).toMatchObject({ status: 'acknowledged', snoozed_until: null });
  });

  test('a snooze holds while the finding stands, and ends when it becomes more severe', async () => {
    const { act, evaluate, statusNow } = await start('worse');
    await act({ action: 'snooze', until: TOMORROW });
    await evaluate(NOW, finding({ evidence: { tickets: 15 } }));
    expect(await statusNow()).toBe('snoozed');
    await evaluate(NOW, finding({ severity: 'critical' }));
    expect(await statusNow()).toBe('open');
  });

  test('what a person resolved stays resolved while it is found, and comes back after it was gone', async () => {
    const { alert, act, evaluate, list, statusNow } = await start('resolve');
    await act({ action: 'acknowledge' });
    const resolved = await act({ action: 'resolve', note: 'A known outage' });
    expect(resolved).toMatchObject({
      status: 'resolved',
      acknowledged_by: 'resolve',
      resolved_at: NOW,
      resolved_by: 'resolve',
      note: 'A known outage',
    });
    await evaluate(TOMORROW, finding({ evidence: { tickets: 15 } }));
    expect(await list()).toEqual([resolved]);
    await evaluate(TOMORROW);
    expect(await list()).toEqual([resolved]);
    await evaluate(TOMORROW, finding());
    expect(await list()).toEqual([{ ...alert, ...untouched, note: 'A known outage', updated_at: TOMORROW }]);
    expect(await statusNow()).toBe('open');
  });

  test('what a person resolved comes back when it becomes more severe', async () => {
    const { act, evaluate, statusNow } = await start('resolved-worse');
    await act({ action: 'resolve' });
    await evaluate(TOMORROW, finding({ severity: 'medium' }));
    expect(await statusNow()).toBe('resolved');
    await evaluate(TOMORROW, finding({ severity: 'critical' }));
    expect(await statusNow()).toBe('open');
  });

  test('reopening forgets who acknowledged and who resolved', async () => {
    const { alert, act, statusNow, evaluate } = await start('reopen');
    await act({ action: 'acknowledge' });
    await act({ action: 'resolve' });
    now = TOMORROW;
    expect(await act({ action: 'reopen' })).toEqual({ ...alert, ...untouched, updated_at: TOMORROW });
    await evaluate(TOMORROW);
    expect(await statusNow()).toBe('resolved');
  });

  test('an action that changes nothing changes nothing, not even when it was updated', async () => {
    const { alert, act } = await start('same');
    expect(await act({ action: 'reopen' })).toEqual(alert);
    const snoozed = await act({ action: 'snooze', until: TOMORROW });
    now = '2026-11-20T13:00:00.000Z';
    expect(await act({ action: 'snooze', until: '2026-11-21T12:00:00Z' })).toEqual(snoozed);
    const resolved = await act({ action: 'resolve' });
    now = '2026-11-20T14:00:00.000Z';
    expect(await act({ action: 'resolve' })).toEqual(resolved);
  });

  test('a bad action is refused with the path of its field', async () => {
    const { act, issuesOf, statusNow } = await start('bad');
    expect(await issuesOf({ action: 'delete' })).toEqual(['action']);
    expect(await issuesOf({ action: 'snooze' })).toEqual(['until']);
    expect(await issuesOf({ action: 'snooze', until: 'tomorrow' })).toEqual(['until']);
    expect(await issuesOf({ action: 'snooze', until: NOW })).toEqual(['until']);
    expect(await issuesOf({ action: 'snooze', until: '2027-11-22T12:00:00Z' })).toEqual(['until']);
    expect(await issuesOf({ action: 'resolve', until: TOMORROW })).toEqual(['until']);
    expect(await issuesOf({ action: 'resolve', note: ' ' })).toEqual(['note']);
    expect(await issuesOf({ action: 'resolve', note: 'x'.repeat(2001) })).toEqual(['note']);
    expect(await issuesOf({ action: 'resolve', by: 'me' })).toEqual(['by']);
    expect(await statusNow()).toBe('open');
    await act({ action: 'resolve' });
    expect(await issuesOf({ action: 'acknowledge' })).toEqual(['action']);
    expect(await issuesOf({ action: 'snooze', until: TOMORROW })).toEqual(['action']);
  });

  test("an alert of another organization, or of another CSM's customer, is not found, and stays as it is", async () => {
    const { send, act, statusNow } = await start('mine');
    await start('other');
    signIn('maya', { organization_id: 'mine', role: 'csm', csm_id: 'maya' });
    signIn('otto', { organization_id: 'mine', role: 'csm', csm_id: 'otto' });
    const action = { action: 'resolve' };
    expect((await send(action, 'other')).status).toBe(404);
    expect((await send(action, 'otto')).status).toBe(404);
    expect((await send(action, 'nobody')).status).toBe(401);
    expect((await ask('mine', `${ALERTS}/unknown`, action)).status).toBe(404);
    expect(await statusNow()).toBe('open');
    expect(await act(action, 'maya')).toMatchObject({ status: 'resolved', resolved_by: 'maya' });
  });
});
