import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Customer, DEFAULT_SLA_POLICY, type SlaPolicy } from '@cscx/support-core';
import { alertsRoute, customerMetricsRoute, customerTicketsRoute, portfolioRoute } from '@cscx/support-core/api';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { saveAccount } from '../__fixtures__/save-account.js';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import { organizationSettingsSchema } from '../store/organization-settings.js';

/** A Friday, 13:00 in Berlin. */
const NOW = '2026-11-20T12:00:00.000Z';
/** Thursday, an hour before the desk closes. */
const LATE_ON_THURSDAY = '2026-11-19T15:00:00Z';
const METRICS = '/api/reports/support-metrics';

const medium = (first_response_hours: number, resolution_hours: number): SlaPolicy => ({
  ...DEFAULT_SLA_POLICY,
  targets: { ...DEFAULT_SLA_POLICY.targets, medium: { first_response_hours, resolution_hours } },
});

const deskHours = (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => [day, [['09:00', '17:00']]] as const);
const inDeskHours: SlaPolicy = {
  ...medium(8, 48),
  calendar: { timezone: 'Europe/Berlin', weekly: Object.fromEntries(deskHours), holidays: ['2026-11-24'] },
};

const named = (customer_id: string, fields: Partial<Customer> = {}): Customer =>
  buildCustomer({ customer_id, name: customer_id, ...fields });

describe('the terms of a customer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
  });
  afterAll(() => server.close());

  const read = async (path: string, organization: string): Promise<unknown> =>
    (await server.get(`${METRICS}${path}`, organization)).json();
  const report = async (customerId: string, organization: string) =>
    customerMetricsRoute.response.parse(await read(`/${customerId}`, organization));

  describe('targets', () => {
    beforeAll(async () => {
      const customers = [
        named('plain'),
        named('tiered', { tier: 'enterprise' }),
        named('contracted', { tier: 'enterprise', sla_policy: inDeskHours }),
        named('other-tier', { tier: 'starter' }),
      ];
      for (const customer of customers) {
        const tickets = [buildTicket({ external_id: customer.customer_id, created_at: LATE_ON_THURSDAY })];
        await saveAccount(server.store, 'terms', { customer, tickets });
      }
      const organization = server.store.forOrganization('terms');
      await organization.saveSettings({ tier_sla_policies: { enterprise: medium(1, 4) } });
      const ids = customers.map(({ customer_id }) => customer_id);
      await refreshAlerts(organization, ids, { now: NOW });
    });

    const ofThursdaysTicket = {
      plain: {
        sla_first_response_target: 8,
        sla_first_response_status: 'breached',
        sla_first_response_due_at: '2026-11-19T23:00:00Z',
        sla_resolution_status: 'pending',
        sla_resolution_due_at: '2026-11-21T15:00:00Z',
      },
      tiered: {
        sla_first_response_target: 1,
        sla_first_response_status: 'breached',
        sla_first_response_due_at: '2026-11-19T16:00:00Z',
        sla_resolution_status: 'breached',
        sla_resolution_due_at: '2026-11-19T19:00:00Z',
      },
      // One hour on Thursday and eight on each day but the weekend and the holiday.
      contracted: {
        sla_first_response_target: 8,
        sla_first_response_status: 'pending',
        sla_first_response_due_at: '2026-11-20T15:00:00Z',
        sla_resolution_status: 'pending',
        sla_resolution_due_at: '2026-11-30T15:00:00Z',
      },
    };

    test.each(Object.entries(ofThursdaysTicket))(
      'of %s make the verdicts and due dates of both ticket lists',
      async (customerId, expected) => {
        expect((await report(customerId, 'terms')).tickets).toMatchObject([expected]);
        const page = customerTicketsRoute.response.parse(await read(`/${customerId}/tickets`, 'terms'));
        expect(page.tickets).toMatchObject([expected]);
      },
    );

    test('make the counts of the report and of its lines in the portfolio', async () => {
      const countsOf = async (customerId: string) => {
        const { first_response, resolution } = (await report(customerId, 'terms')).customer.sla.counts;
        return [first_response, resolution].map(({ breached, pending }) => ({ breached, pending }));
      };
      const breached = { breached: 1, pending: 0 };
      const pending = { breached: 0, pending: 1 };
      expect(await countsOf('plain')).toEqual([breached, pending]);
      expect(await countsOf('tiered')).toEqual([breached, breached]);
      expect(await countsOf('contracted')).toEqual([pending, pending]);

      const { customers, summary } = portfolioRoute.response.parse(await read('?sort=customer_name', 'terms'));
      expect(customers.map(({ customer_id, first_response_met_pct }) => [customer_id, first_response_met_pct])).toEqual(
        [
          ['contracted', null],
          ['other-tier', 0],
          ['plain', 0],
          ['tiered', 0],
        ],
      );
      expect(summary.sla.counts).toMatchObject({
        first_response: { breached: 3, pending: 1 },
        resolution: { breached: 1, pending: 3 },
      });
    });

    test('of a tier that the organization has none for are those of the organization', async () => {
      expect((await report('other-tier', 'terms')).tickets).toMatchObject([ofThursdaysTicket.plain]);
    });

    test('decide which breaches raise alerts', async () => {
      const { alerts } = alertsRoute.response.parse(await read('/alerts?type=sla_breach', 'terms'));
      expect(alerts.map(({ dedupe_key }) => dedupe_key).toSorted()).toEqual([
        'sla_breach:import:desk:other-tier:first_response',
        'sla_breach:import:desk:plain:first_response',
        'sla_breach:import:desk:tiered:first_response',
        'sla_breach:import:desk:tiered:resolution',
      ]);
    });
  });

  test('thresholds: its own where it has some, else those of the organization', async () => {
    const customers = [
      named('plain'),
      named('demanding', { thresholds: { low_csat_below: 4.2, sla_target_pct: 99 } }),
      named('patient', { thresholds: { low_csat_min_responses: 10 } }),
    ];
    for (const customer of customers) {
      const { customer_id } = customer;
      const score = customer_id === 'patient' ? 3 : 4;
      const tickets = [1, 2, 3].map((n) =>
        buildTicket({
          external_id: `${customer_id}-${n}`,
          status: 'resolved',
          resolved_at: '2026-11-03T09:00:00Z',
          csat_score: score,
          csat_responded_at: '2026-11-04T09:00:00Z',
        }),
      );
      await saveAccount(server.store, 'thresholds', { customer, tickets });
    }
    const organization = server.store.forOrganization('thresholds');
    await organization.saveSettings({
      thresholds: { ...organizationSettingsSchema.parse({}).thresholds, sla_target_pct: 95 },
    });
    const ids = customers.map(({ customer_id }) => customer_id);
    await refreshAlerts(organization, ids, { now: NOW });

    const targets = await Promise.all(ids.map(async (id) => (await report(id, 'thresholds')).customer.sla.target_pct));
    expect(targets).toEqual([95, 99, 95]);

    const { alerts } = alertsRoute.response.parse(await read('/alerts?type=low_csat', 'thresholds'));
    expect(alerts).toMatchObject([{ customer_id: 'demanding', evidence: { avg_csat: 4 } }]);
    const portfolio = portfolioRoute.response.parse(await read('', 'thresholds'));
    const flagged = portfolio.customers.filter(({ attention }) =>
      attention.reasons.some(({ type }) => type === 'low_csat'),
    );
    expect(flagged.map(({ customer_id }) => customer_id)).toEqual(['demanding']);
    expect(portfolio.summary).toMatchObject({ csat_target: 4.5, sla: { target_pct: 95 } });
  });
});
