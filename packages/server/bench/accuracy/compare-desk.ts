import { isDeepStrictEqual } from 'node:util';
import type { TicketDraft, TicketEvent } from '@cscx/support-core';
import { differencesFromTruth, type SimulatedVendor } from '@cscx/support-core/simulators';
import type { SupportStore } from '@cscx/support-server';
import type { Desk } from './desks.ts';

type Organization = ReturnType<SupportStore['forOrganization']>;

/** A ticket as it is stored. */
export type Stored = Partial<TicketDraft> & { customer_id: string | null; events: readonly TicketEvent[] };

const PAGE = 1000;

/** All tickets that stand, with their companies and their histories. */
export const readStored = async ({ customers, tickets, matching }: Organization): Promise<Map<string, Stored>> => {
  const customer_ids = (await customers.list()).map(({ customer_id }) => customer_id);
  const byCustomer = await tickets.byCustomer({ customer_ids, changed_since: '1970-01-01T00:00:00Z' });
  const records = new Map([...byCustomer.values()].flat().map((ticket) => [ticket.ticket_id, ticket]));
  const stored = new Map<string, Stored>();
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: Awaited<ReturnType<typeof matching.page>> = await matching.page(undefined, { after, limit: PAGE });
    for (const { ticket_id, company, customer_id } of page) {
      const { events = [], customer_id: _, ...facts } = records.get(ticket_id) ?? {};
      stored.set(ticket_id, { ...facts, ...(company && { company }), customer_id, events });
    }
    after = page.length === PAGE ? page.at(-1)?.ticket_id : undefined;
  }
  return stored;
};

/** One form of an instant that has two. */
const withoutZeros = (ticket: Stored): Stored => ({
  ...ticket,
  ...(ticket.escalated_at && { escalated_at: ticket.escalated_at.replace('.000Z', 'Z') }),
});

/** Whose a ticket has to be: the customer that its company names, or that names the company. */
const wrongOwners = (stored: ReadonlyMap<string, Stored>, { account, vendor }: Desk): string[] =>
  account.byChange().flatMap((ticket) => {
    const { ticket_id, expected } = vendor.truth(ticket);
    const { customer_id } = stored.get(ticket_id) ?? {};
    if (expected === null || customer_id === undefined) return [];
    const owner = expected.company?.external_id ?? `company-${ticket.story.requester.company?.id}`;
    return customer_id === owner ? [] : [`${ticket_id}: of ${customer_id}, not of ${owner}`];
  });

/** What somebody knows who reads the account now, for the first time and without trouble. */
const readAnew = async ({ reader }: Desk) => {
  const tickets = new Map<string, TicketDraft>();
  const events = new Map<string, TicketEvent>();
  for await (const page of (await reader()).pullTickets()) {
    for (const ticket of page.tickets) tickets.set(ticket.ticket_id, ticket);
    for (const event of page.events) events.set(`${event.ticket_id} ${event.event_id}`, event);
  }
  return { tickets, events };
};

/** A target that was missed when it was due says no more than when it was due: the clock decides. */
const inOneForm = (field: string, value: unknown): unknown => {
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null));
  if (field !== 'vendor_sla' || plain === null) return plain;
  const verdicts = Object.entries(plain as NonNullable<TicketDraft['vendor_sla']>);
  return Object.fromEntries(
    verdicts.map(([metric, { is_breached, breached_at, due_at }]) => [
      metric,
      { is_breached: is_breached === true && breached_at === due_at ? null : is_breached, due_at },
    ]),
  );
};

/** Histories and facts that differ from those of a first pull of now. */
const differencesFromNewcomer = async (stored: ReadonlyMap<string, Stored>, desk: Desk): Promise<string[]> => {
  const { tickets, events } = await readAnew(desk);
  const known = new Map(
    [...stored.values()].flatMap((ticket) =>
      ticket.events.map((event): [string, TicketEvent] => [`${event.ticket_id} ${event.event_id}`, event]),
    ),
  );
  const isStanding = (ticketId: string): boolean => stored.has(ticketId);
  const lost = [...events].flatMap(([id, event]) =>
    !isStanding(event.ticket_id) || isDeepStrictEqual(inOneForm('event', known.get(id)), inOneForm('event', event))
      ? []
      : [`event ${id} is ${JSON.stringify(known.get(id))}, not ${JSON.stringify(event)}`],
  );
  const reopened = new Set(
    desk.account.byChange().flatMap((ticket) => (ticket.reopens > 0 ? [desk.vendor.truth(ticket).ticket_id] : [])),
  );
  // A simulated account forgets that a target was met when the ticket is opened again; what is stored does not.
  const isForgotten = ({ type, ticket_id }: TicketEvent): boolean =>
    type === 'sla_fulfilled' && reopened.has(ticket_id);
  const surplus = [...known].flatMap(([id, event]) =>
    events.has(id) || isForgotten(event)
      ? []
      : [`event ${id} is ${JSON.stringify(event)}, to a newcomer there is none`],
  );
  const facts = [...tickets].flatMap(([ticketId, draft]) => {
    const ticket = stored.get(ticketId);
    if (!ticket) return [];
    return Object.entries(withoutZeros(ticket)).flatMap(([field, value]) => {
      if (field === 'events' || field === 'customer_id' || field === 'escalated_at') return [];
      const fresh = draft[field as keyof TicketDraft];
      return isDeepStrictEqual(inOneForm(field, value), inOneForm(field, fresh))
        ? []
        : [`${ticketId}: ${field} is ${JSON.stringify(value)}, to a newcomer ${JSON.stringify(fresh)}`];
    });
  });
  return [...lost, ...surplus, ...facts];
};

/** Sentences about every difference between the store and an account; none where it is exact. */
export const compareDesk = async (stored: ReadonlyMap<string, Stored>, desk: Desk): Promise<string[]> => {
  const ours = new Map(
    [...stored].flatMap(([id, ticket]) => (id.startsWith(`${desk.name}:`) ? [[id, withoutZeros(ticket)]] : [])),
  );
  const { account, truth }: Pick<SimulatedVendor, 'account' | 'truth'> = desk.vendor;
  return [
    ...differencesFromTruth(ours, account.byChange(), truth),
    ...wrongOwners(ours, desk),
    ...(await differencesFromNewcomer(ours, desk)),
  ];
};
