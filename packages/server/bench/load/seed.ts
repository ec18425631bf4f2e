import { ticketDraftSchema, type Customer, type TicketDraft, type TicketEvent } from '@cscx/support-core';
import { buildCustomer, buildStatusEvents } from '@cscx/support-core/testing';
import { importCustomers, type SupportStore } from '@cscx/support-server';
import { randomLcg } from 'd3-random';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;
const TICKETS_AT_A_TIME = 1000;

/** What an organization is filled with. */
export interface SeedOptions {
  organization_id: string;
  customers: number;
  csms: number;
  tickets: number;
  /** When the last ticket came in, milliseconds since the epoch; the first did a year before. */
  now: number;
}

/** A ticket and its history. */
export interface SeededTicket {
  draft: TicketDraft;
  customer_id: string;
  events: TicketEvent[];
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** Nine of ten are resolved within days; some are escalated, rated, answered late. */
export const seedTicket = (number: number, { customers, tickets, now }: SeedOptions): SeededTicket => {
  const chance = randomLcg((number * 0.618_033_988_75) % 1);
  const oneOf = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(chance() * values.length)] ?? values[0];
  const created = Math.floor(now - YEAR_MS + (YEAR_MS * number) / tickets);
  const external_id = String(number);
  const ticket_id = `import:desk:${external_id}`;
  const answered = created + chance() * 10 * HOUR_MS;
  const isOver = chance() < 0.97 && created < now - 100 * HOUR_MS;
  const resolved = answered + chance() * 80 * HOUR_MS;
  const isRated = isOver && chance() < 0.3;
  const isEscalated = chance() < 0.04;
  const rated = resolved + chance() * 10 * HOUR_MS;
  const touched = Math.min(now, isRated ? rated : isOver ? resolved : answered);
  const draft = ticketDraftSchema.parse({
    ticket_id,
    external_id,
    source_system: 'import',
    subject: `What number ${number} is about, in a line as long as they are`,
    category: oneOf(['bug', 'billing', 'how_to', 'access', 'integration']),
    priority: oneOf(['low', 'medium', 'medium', 'high', 'critical']),
    status: isOver ? 'resolved' : oneOf(['open', 'open', 'pending']),
    created_at: instant(created),
    first_response_at: answered < now ? instant(answered) : null,
    resolved_at: isOver ? instant(resolved) : null,
    csat_score: isRated ? oneOf([5, 5, 4, 3, 2, 1]) : null,
    csat_responded_at: isRated ? instant(rated) : null,
    csat_offered: isOver,
    is_escalated: isEscalated,
    ...(isEscalated && { escalated_at: instant(created), escalation_status: isOver ? 'resolved' : 'open' }),
    reopened_count: 0,
    assignee: `Agent ${number % 40}`,
    requester_email: `person-${number % 900}@customer.example`,
    tags: ['web'],
    source_updated_at: instant(touched),
  });
  const events: TicketEvent[] = buildStatusEvents(ticket_id, [
    [instant(created), 'open'],
    [instant(Math.min(now, answered)), 'pending'],
    ...(isOver ? [[instant(resolved), 'resolved'] as const] : []),
  ]);
  events.push({
    ticket_id,
    event_id: `${ticket_id}:assignee`,
    at: instant(created),
    type: 'assignee_changed',
    from: null,
    to: draft.assignee ?? null,
  });
  // A few large customers, many small ones.
  return { draft, events, customer_id: customerId(Math.floor(customers * chance() ** 1.5)) };
};

const customerId = (index: number): string => `customer-${index}`;

export const csmId = (index: number): string => `csm-${index}`;

const seedCustomers = ({ customers, csms }: SeedOptions): Customer[] =>
  Array.from({ length: customers }, (_, index) =>
    buildCustomer({ customer_id: customerId(index), name: `Customer ${index}`, csm_id: csmId(index % csms) }),
  );

/** Fills an organization and evaluates its alerts. */
export const seedOrganization = async (store: SupportStore, options: SeedOptions): Promise<void> => {
  const organization = store.forOrganization(options.organization_id);
  await organization.ensure();
  const customers = seedCustomers(options);
  await organization.customers.save(customers);
  for (let first = 0; first < options.tickets; first += TICKETS_AT_A_TIME) {
    const seeded = Array.from({ length: Math.min(TICKETS_AT_A_TIME, options.tickets - first) }, (_, index) =>
      seedTicket(first + index, options),
    );
    await organization.transaction(({ tickets }) =>
      tickets.save({
        tickets: seeded.map(({ draft, customer_id }) => ({ draft, match: { customer_id, rule: 'link' } })),
        events: seeded.flatMap(({ events }) => events),
      }),
    );
  }
  const now = instant(options.now);
  // Alerts of customers are evaluated when they are imported.
  const lines = customers.map((customer) => `${JSON.stringify(customer)}\n`);
  await importCustomers(organization, new Blob(lines).stream(), { now: () => now });
  await organization.markDataAsOf(now);
};
