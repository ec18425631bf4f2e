import { randomUUID } from 'node:crypto';
import {
  createCustomerAccumulator,
  createPortfolioAccumulator,
  type Customer,
  DEFAULT_SLA_POLICY,
  isUnresolved,
  reportWindowStart,
  type ReportOptions,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketRecord,
} from '@cscx/support-core';
import { TICKET_SORTS } from '@cscx/support-core/api';
import { buildCustomer } from '@cscx/support-core/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matched } from '../__fixtures__/save-account.js';
import { someTickets } from '../__fixtures__/some-tickets.js';
import { storeEngines } from '../__fixtures__/store-engines.js';
import type { OrganizationStore } from './organization-store.js';
import type { SupportStore } from './support-store.js';
import type { TicketPosition, TicketSelection } from './ticket-page.js';

const now = '2026-11-25T10:00:00Z';
const timezone = 'Europe/Berlin';
const MOST_TICKETS = 60;

const calendar = {
  timezone,
  weekly: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
  },
  holidays: ['2026-11-18'],
} satisfies NonNullable<typeof DEFAULT_SLA_POLICY.calendar>;

const customers: readonly Customer[] = [
  buildCustomer({ sla_policy: { ...DEFAULT_SLA_POLICY, calendar } }),
  buildCustomer({ customer_id: 'globex', name: 'Globex', tier: 'enterprise', thresholds: { csat_target: 4.8 } }),
  buildCustomer({ customer_id: 'initech', name: 'Initech' }),
];
const customer_ids = customers.map(({ customer_id }) => customer_id);

const strict = { first_response_hours: 0.5, resolution_hours: 2 };
const tier_policies = {
  enterprise: { ...DEFAULT_SLA_POLICY, targets: { critical: strict, high: strict, medium: strict, low: strict } },
};

const periods = [
  'this_week',
  'last_week',
  'this_month',
  'last_30_days',
  'last_90_days',
  'last_52_weeks',
  'this_year',
  '2026-02',
  '2025',
  '2026-11-18/2026-11-20',
];

/** All numbers of a portfolio, and of each of its customers. */
const reportsOf = (tickets: readonly TicketRecord[], options: ReportOptions) => {
  const portfolio = createPortfolioAccumulator({ ...options, customers });
  for (const ticket of tickets) portfolio.add(ticket);
  const each = customers.map((customer) => {
    const report = createCustomerAccumulator({ ...options, customer });
    for (const ticket of tickets) if (ticket.customer_id === customer.customer_id) report.add(ticket);
    return report.result();
  });
  return { ...portfolio.result(), reports: portfolio.reports(), each };
};

const compareIds = (a: TicketRecord, b: TicketRecord): number => (a.ticket_id < b.ticket_id ? -1 : 1);
const compareAges = (a: TicketRecord, b: TicketRecord): number => Date.parse(a.created_at) - Date.parse(b.created_at);
const comparePriorities = (a: TicketRecord, b: TicketRecord): number =>
  TICKET_PRIORITIES.indexOf(a.priority) - TICKET_PRIORITIES.indexOf(b.priority);

const compareBy: Record<TicketSelection['sort'], (a: TicketRecord, b: TicketRecord) => number> = {
  default: (a, b) =>
    Number(isUnresolved(b.status)) - Number(isUnresolved(a.status)) ||
    (isUnresolved(a.status) ? compareAges(a, b) : compareAges(b, a)),
  created_at: compareAges,
  '-created_at': (a, b) => compareAges(b, a),
  priority: (a, b) => comparePriorities(a, b) || compareAges(b, a),
  '-priority': (a, b) => comparePriorities(b, a) || compareAges(b, a),
};

const isSelected =
  ({ status, priority, category, q = '', within }: TicketSelection) =>
  (ticket: TicketRecord): boolean => {
    const isWithin = (at: string): boolean =>
      within === undefined || (Date.parse(at) >= Date.parse(within.start) && Date.parse(at) < Date.parse(within.end));
    const { resolved_at, closed_at, created_at, source_updated_at } = ticket;
    return (
      ticket.status === (status ?? ticket.status) &&
      ticket.priority === (priority ?? ticket.priority) &&
      ticket.category === (category ?? ticket.category) &&
      q.split(' ').every((word) => ticket.subject.toLowerCase().includes(word.toLowerCase())) &&
      (isUnresolved(ticket.status) || isWithin(created_at) || isWithin(resolved_at ?? closed_at ?? source_updated_at))
    );
  };

/** What the database is to answer, from all tickets and without it. */
const listOf = (tickets: readonly TicketRecord[], customerId: string, selection: TicketSelection): TicketRecord[] =>
  tickets
    .filter(({ customer_id }) => customer_id === customerId)
    .filter(isSelected(selection))
    .sort((a, b) => compareBy[selection.sort](a, b) || compareIds(a, b));

/** All pages, one after the other. */
const walk = async ({ tickets }: OrganizationStore, customerId: string, selection: TicketSelection, limit: number) => {
  const walked: TicketRecord[] = [];
  let after: TicketPosition | undefined;
  do {
    const page = await tickets.page(customerId, { ...selection, after, limit });
    walked.push(...page.map(({ ticket }) => ticket));
    after = page.length === limit ? page.at(-1)?.position : undefined;
    // A page that does not move on ends the walk, so that the test fails instead of going on for ever.
  } while (after && walked.length <= MOST_TICKETS);
  return walked;
};

/** Present in one of three. */
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const selections = fc.record({
  status: maybe(fc.constantFrom(...TICKET_STATUSES)),
  priority: maybe(fc.constantFrom(...TICKET_PRIORITIES)),
  category: maybe(fc.constantFrom('bug', 'billing')),
  q: maybe(fc.constantFrom('BUG', 'how_to', 'bill 1', '_')),
  ends: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: undefined }),
});

/** A range that begins and ends exactly when something happened to these tickets. */
const rangeWithin = (tickets: readonly TicketRecord[], ends: readonly number[]): TicketSelection['within'] => {
  const ours = tickets.filter(({ customer_id }) => customer_id === 'acme');
  const moments = ours.flatMap(({ created_at, resolved_at }) => [created_at, resolved_at ?? created_at]);
  const [start, end] = ends.map((index) => moments[index % moments.length] ?? now).toSorted();
  return start && end ? { start, end } : undefined;
};

describe.each(storeEngines)('any tickets in a store on %s', (_name, open) => {
  let store: SupportStore;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());

  const organizationWith = async (tickets: readonly TicketRecord[]): Promise<OrganizationStore> => {
    const organization = store.forOrganization(randomUUID());
    await organization.ensure();
    await organization.customers.save(customers);
    await organization.tickets.save({
      tickets: tickets.map(matched),
      events: tickets.flatMap(({ events = [] }) => events),
    });
    return organization;
  };

  test('what a report loads gives the same numbers as all tickets, whatever the period', async () => {
    let leftOut = 0;
    await fc.assert(
      fc.asyncProperty(someTickets(Date.parse(now), { minLength: 0, maxLength: MOST_TICKETS }), async (tickets) => {
        const organization = await organizationWith(tickets);
        for (const period of periods) {
          const options = { period, now, timezone, tier_policies };
          const byCustomer = await organization.tickets.byCustomer({
            customer_ids,
            changed_since: reportWindowStart(options),
          });
          const loaded = [...byCustomer.values()].flat();
          expect(reportsOf(loaded, options)).toEqual(reportsOf(tickets, options));
          leftOut += tickets.length - loaded.length;
        }
      }),
      { numRuns: 15 },
    );
    expect(leftOut).toBeGreaterThan(0);
  });

  test.each(TICKET_SORTS)('pages, sorted by %s, give what filtering and sorting all tickets gives', async (sort) => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        someTickets(Date.parse(now), { minLength: 0, maxLength: MOST_TICKETS }),
        fc.array(fc.tuple(selections, fc.integer({ min: 1, max: 9 })), { minLength: 6, maxLength: 12 }),
        async (tickets, lists) => {
          const organization = await organizationWith(tickets);
          for (const [{ ends, ...filters }, limit] of lists) {
            const selection = { ...filters, sort, within: ends && rangeWithin(tickets, ends) };
            const expected = listOf(tickets, 'acme', selection);
            expect(await walk(organization, 'acme', selection, limit)).toEqual(expected);
            found += expected.length;
          }
        },
      ),
      { numRuns: 10 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
