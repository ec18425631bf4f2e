import {
  createCustomerAccumulator,
  createPortfolioAccumulator,
  type Customer,
  type ReportOptions,
  reportWindowStart,
  type TicketRecord,
} from '@cscx/support-core';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matched } from '../__fixtures__/save-account.js';
import { openTestPostgres } from '../__fixtures__/open-test-postgres.js';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import { someTickets } from '../__fixtures__/some-tickets.js';
import { openPostgresStore } from '../store/open-postgres-store.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { customerReport } from './customer-report.js';
import { portfolioReport } from './portfolio-report.js';

/** Many databases' worth of changes, and a PostgreSQL that is started. */
const PATIENCE_MS = 60_000;

const NOW = Date.parse('2026-11-23T10:00:00Z');
const customers = ['acme', 'globex', 'initech'].map((customer_id) => buildCustomer({ customer_id, name: customer_id }));

/** Made of what the store has, every ticket read anew. */
const readAnew = async (organization: OrganizationStore, listed: readonly Customer[], options: ReportOptions) => {
  const portfolio = createPortfolioAccumulator({ ...options, customers: listed });
  const byCustomer = await organization.tickets.byCustomer({
    customer_ids: listed.map(({ customer_id }) => customer_id),
    changed_since: reportWindowStart(options),
  });
  for (const tickets of byCustomer.values()) for (const ticket of tickets) portfolio.add(ticket);
  const each = listed.map((customer) => {
    const report = createCustomerAccumulator({ ...options, customer });
    for (const ticket of byCustomer.get(customer.customer_id) ?? []) report.add(ticket);
    return report.result();
  });
  return { portfolio: portfolio.result(), each };
};

/** An organization of its own for each. */
let organizations = 0;

const opened = async (store: SupportStore): Promise<OrganizationStore> => {
  organizations += 1;
  const organization = store.forOrganization(`organization-${organizations}`);
  await organization.ensure();
  await organization.customers.save(customers);
  return organization;
};

const save = (organization: OrganizationStore, tickets: readonly TicketRecord[]) =>
  organization.tickets.save({
    tickets: tickets.map(matched),
    events: tickets.flatMap(({ events = [] }) => events),
  });

const later = (ticket: TicketRecord, facts: Partial<TicketRecord>): TicketRecord => ({
  ...ticket,
  ...facts,
  source_updated_at: new Date(NOW).toISOString(),
});

/** A change of some of the tickets, in every way in which there is one. */
const changes = fc.constantFrom<
  readonly [name: string, (organization: OrganizationStore, tickets: readonly TicketRecord[]) => Promise<unknown>]
>(
  [
    'saved anew',
    (organization, tickets) =>
      save(
        organization,
        tickets.map((ticket) => later(ticket, { status: 'open' })),
      ),
  ],
  [
    'of another customer',
    (organization, tickets) =>
      save(
        organization,
        tickets.map((ticket) => later(ticket, { customer_id: 'initech' })),
      ),
  ],
  [
    'matched anew',
    (organization, tickets) =>
      organization.matching.save(
        tickets.map(({ ticket_id }) => ({ ticket_id, match: { customer_id: 'globex', rule: 'link' } })),
      ),
  ],
  [
    'nobody’s',
    (organization, tickets) =>
      organization.matching.save(
        tickets.map(({ ticket_id }) => ({ ticket_id, match: { customer_id: null, reason: 'no_key' } })),
      ),
  ],
  [
    'removed',
    (organization, tickets) =>
      organization.tickets.remove(
        tickets.map(({ ticket_id }) => ({ ticket_id, reason: 'deleted', source_updated_at: null })),
      ),
  ],
  [
    'rated',
    (organization, tickets) =>
      organization.tickets.save({
        tickets: [],
        events: tickets.map(({ ticket_id }) => ({
          ticket_id,
          event_id: `${ticket_id}:rated`,
          type: 'csat_received',
          at: new Date(NOW - 1000).toISOString(),
          score: 1,
        })),
      }),
  ],
  [
    'patched',
    (organization, tickets) =>
      organization.tickets.patch(
        tickets.map((ticket) => {
          const { draft } = matched(later(ticket, { priority: 'critical' }));
          return { draft, given: ['priority'] };
        }),
        (draft) => ({ draft, match: { customer_id: 'acme', rule: 'link' } }),
      ),
  ],
);

/** Which tickets, how they change, and what is asked after it. */
const steps = fc.array(
  fc.record({
    change: changes,
    chosen: fc.integer({ min: 1, max: 7 }),
    listed: fc.subarray(customers, { minLength: 1 }),
    period: fc.constantFrom('this_month', 'last_week', '2026-Q3'),
    minutes: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Writes through one store and reports through another, as two processes do. */
const expectTheSame = async (writer: SupportStore, reader: SupportStore, runs: number) => {
  await fc.assert(
    fc.asyncProperty(someTickets(NOW, { minLength: 5, maxLength: 40 }), steps, async (tickets, course) => {
      const organization = await opened(writer);
      const { organization_id } = organization;
      await save(organization, tickets);
      const seen = reader.forOrganization(organization_id);
      for (const { change, chosen, listed, period, minutes } of course) {
        const [, apply] = change;
        await apply(
          organization,
          tickets.filter((_, index) => index % chosen === 0),
        );
        const now = new Date(NOW + minutes * 60_000).toISOString();
        const options = { period, now, timezone: 'Europe/Berlin' };
        const anew = await readAnew(organization, listed, options);
        expect(await portfolioReport(seen, listed, options)).toEqual(anew.portfolio);
        expect(await Promise.all(listed.map((customer) => customerReport(seen, customer, options)))).toEqual(anew.each);
      }
    }),
    { numRuns: runs },
  );
};

describe('reports of tickets in memory', { timeout: PATIENCE_MS }, () => {
  it('say what they would if every ticket were read anew, on PGlite', async () => {
    const store = await openTestStore();
    await expectTheSame(store, store, 8);
    await store.close();
  });

  it('say so too where another process writes to PostgreSQL', async () => {
    const { store: writer, url, stop } = await openTestPostgres();
    // So few that something is forgotten each time.
    const reader = openPostgresStore({ connection_string: url, cached_tickets: 20 });
    await expectTheSame(writer, reader, 12);
    await reader.close();
    await stop();
  });

  it('count a customer anew once its tickets change; what only the clock changes shows within a minute', async () => {
    const store = await openTestStore();
    const organization = await opened(store);
    // Its first response is due within an hour.
    const ticket = buildTicket({
      customer_id: 'acme',
      priority: 'critical',
      created_at: new Date(NOW - 3_600_000 + 15_000).toISOString(),
      status: 'open',
      first_response_at: null,
    });
    await save(organization, [ticket]);
    const metAt = async (seconds: number) => {
      const now = new Date(NOW + seconds * 1000).toISOString();
      const report = await portfolioReport(organization, [customers[0]!], { period: 'this_month', now });
      return report.customers[0]?.first_response_met_pct;
    };
    expect(await metAt(0)).toBeNull();
    expect(await metAt(30)).toBeNull();
    expect(await metAt(60)).toBe(0);
    await save(organization, [later(ticket, { subject: 'Another one' })]);
    expect(await metAt(0)).toBeNull();
    await save(organization, [{ ...later(ticket, {}), source_updated_at: new Date(NOW + 20_000).toISOString() }]);
    expect(await metAt(30)).toBe(0);
    await store.close();
  });

  it('see every committed ticket while several processes write', async () => {
    const { store: reader, url, stop } = await openTestPostgres();
    const organization = await opened(reader);
    const { organization_id } = organization;
    const others = [1, 2].map(() => openPostgresStore({ connection_string: url }));
    const options = { period: 'this_month', now: new Date(NOW).toISOString() };
    const progress = { written: 0 };
    const write = async (store: SupportStore, writer: number) => {
      for (let batch = 0; batch < 20; batch += 1) {
        const external_ids = [0, 1, 2].map((index) => `${writer}-${batch}-${index}`);
        await save(
          store.forOrganization(organization_id),
          external_ids.map((external_id) => buildTicket({ external_id, customer_id: 'acme' })),
        );
        progress.written += external_ids.length;
      }
    };
    const writing = Promise.all(others.map(write));
    const least: number[] = [];
    const seen: number[] = [];
    while (progress.written < 120) {
      least.push(progress.written);
      const { summary } = await portfolioReport(organization, customers, options);
      seen.push(summary.total_tickets);
    }
    await writing;
    expect(seen.filter((total, index) => total < (least[index] ?? 0))).toEqual([]);
    const { portfolio } = await readAnew(organization, customers, options);
    expect(await portfolioReport(organization, customers, options)).toEqual(portfolio);
    expect(portfolio.summary.total_tickets).toBe(120);
    await Promise.all(others.map((store) => store.close()));
    await stop();
  });
});
