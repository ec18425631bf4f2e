import type { Instant, TicketRecord } from '@cscx/support-core';
import type { ReportTickets } from './report-tickets.js';
import { createMutex } from './mutex.js';

/** A customer's tickets as of one moment: a later change makes another list. */
export type CustomerTickets = readonly TicketRecord[];

/** What is asked of the tickets in memory. */
export interface TicketsWanted {
  customer_ids: readonly string[];
  /** From `reportWindowStart`: resolved tickets untouched since then may be missing. */
  changed_since: Instant;
}

/** What is in memory. */
export interface TicketsInMemory {
  /** Of the organization's changes, the last that is in them for certain. */
  version: number;
  byCustomer: ReadonlyMap<string, CustomerTickets>;
}

/** The tickets of one organization in memory. */
export interface OrganizationTickets {
  /** Tickets by customer, all of one moment, with every change that was committed before the call. */
  read(wanted: TicketsWanted): Promise<TicketsInMemory>;
  /** Forgets a customer's tickets, and says how many these were. */
  forget(customerId: string): number;
  /** How many tickets are in memory. */
  size(): number;
}

/** Customers read at a time: others get in between, and a large one has thousands of tickets. */
const CUSTOMERS_AT_A_TIME = 4;
/** After more changes than these it is as quick to begin anew. */
const CHANGES_AT_A_TIME = 5000;

/** The quarter's start: most periods that people ask for then begin with the same tickets. */
const roundedDown = (instant: Instant): number => {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3);
};

interface Held {
  /** Resolved tickets untouched since before then may be missing. */
  since: number;
  tickets: CustomerTickets;
}

/** Keeps tickets of an organization in memory, and reads what has changed before each answer. */
export const createOrganizationTickets = (store: ReportTickets): OrganizationTickets => {
  const held = new Map<string, Held>();
  /** Whose each ticket in memory is. */
  const owners = new Map<string, string>();
  const lock = createMutex();
  let size = 0;
  /** Every change up to this version is in memory. */
  let seen = 0;

  const replace = (customer_id: string, { since, tickets }: Held): void => {
    size += tickets.length - (held.get(customer_id)?.tickets.length ?? 0);
    held.set(customer_id, { since, tickets });
  };

  const forget = (customer_id: string): number => {
    const { tickets = [] } = held.get(customer_id) ?? {};
    for (const { ticket_id } of tickets) owners.delete(ticket_id);
    held.delete(customer_id);
    size -= tickets.length;
    return tickets.length;
  };

  /** Makes new lists: whoever was given the old ones goes on with them. */
  const rewrite = (changes: Map<string, { gone: Set<string>; come: TicketRecord[] }>): void => {
    for (const [customer_id, { gone, come }] of changes) {
      const own = held.get(customer_id);
      if (!own) continue;
      replace(customer_id, {
        since: own.since,
        tickets: [...own.tickets.filter(({ ticket_id }) => !gone.has(ticket_id)), ...come],
      });
    }
  };

  /** Applies what was read of tickets, each the newest there is. */
  const apply = (changed: readonly { ticket_id: string; ticket: TicketRecord | null }[]): void => {
    const changes = new Map<string, { gone: Set<string>; come: TicketRecord[] }>();
    const of = (customer_id: string) => {
      const known = changes.get(customer_id) ?? { gone: new Set(), come: [] };
      changes.set(customer_id, known);
      return known;
    };
    for (const { ticket_id, ticket } of changed) {
      const owner = owners.get(ticket_id);
      if (owner !== undefined) of(owner).gone.add(ticket_id);
      owners.delete(ticket_id);
      if (ticket && held.has(ticket.customer_id)) {
        of(ticket.customer_id).come.push(ticket);
        owners.set(ticket_id, ticket.customer_id);
      }
    }
    rewrite(changes);
  };

  const missing = ({ customer_ids, changed_since }: TicketsWanted): string[] => {
    const since = Date.parse(changed_since);
    return customer_ids.filter((customer_id) => (held.get(customer_id)?.since ?? Infinity) > since);
  };

  /** What is in memory may lag behind what is read here: the newer word on a ticket wins. */
  const load = async (wanted: TicketsWanted): Promise<void> => {
    if (wanted.customer_ids.length === 0) return;
    const since = roundedDown(wanted.changed_since);
    const tickets = await store.byCustomer({ ...wanted, changed_since: new Date(since).toISOString() });
    for (const customer_id of wanted.customer_ids) {
      forget(customer_id);
      held.set(customer_id, { since, tickets: [] });
    }
    apply(tickets.map((ticket) => ({ ticket_id: ticket.ticket_id, ticket })));
  };

  const catchUp = async (): Promise<void> => {
    const version = await store.version();
    if (version === seen) return;
    const changed = held.size === 0 ? [] : await store.changedAfter(seen, CHANGES_AT_A_TIME);
    if (changed.length === CHANGES_AT_A_TIME) for (const customer_id of held.keys()) forget(customer_id);
    else apply(changed);
    // Read before the changes: some may come again, none is missed.
    seen = version;
  };

  return {
    async read({ customer_ids, changed_since }) {
      const lacking = (ids: readonly string[]) => missing({ customer_ids: ids, changed_since });
      for (let first = 0; first < customer_ids.length; first += CUSTOMERS_AT_A_TIME) {
        const some = customer_ids.slice(first, first + CUSTOMERS_AT_A_TIME);
        if (lacking(some).length === 0) continue;
        await lock(async () => {
          if (held.size === 0) seen = await store.version();
          await load({ customer_ids: lacking(some), changed_since });
        });
      }
      return lock(async () => {
        do {
          await load({ customer_ids: lacking(customer_ids), changed_since });
          // Comes last, so that all lists are of one moment.
          await catchUp();
        } while (lacking(customer_ids).length > 0);
        return { version: seen, byCustomer: new Map(customer_ids.map((id) => [id, held.get(id)?.tickets ?? []])) };
      });
    },
    forget,
    size: () => size,
  };
};
