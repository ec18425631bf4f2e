import {
  createOrganizationTickets,
  type OrganizationTickets,
  type TicketsInMemory,
  type TicketsWanted,
} from './organization-tickets.js';
import type { ReportTickets } from './report-tickets.js';

/** The tickets of one organization as reports take them, as far as they fit into memory. */
export interface TicketMemory {
  /**
   * Tickets by customer, with every change that was committed before the call, by whichever process. It sees all
   * customers: the caller has to know which of them are seen.
   */
  read(wanted: TicketsWanted): Promise<TicketsInMemory>;
}

/** How many tickets stay in memory: about 3 kB each. */
export const DEFAULT_CACHED_TICKETS = 200_000;

/**
 * Keeps tickets that were asked for in memory, those of the customers that were asked for last.
 *
 * @param limit - tickets of all organizations. More are read for an answer, and forgotten after it
 * @returns the memory of an organization
 */
export const createTicketMemories = (
  ticketsOf: (organizationId: string) => ReportTickets,
  limit: number,
): ((organizationId: string) => TicketMemory) => {
  const organizations = new Map<string, OrganizationTickets>();
  /** How to forget a customer, the one asked for longest ago first. */
  const recency = new Map<string, () => number>();

  const memoryOf = (organizationId: string): OrganizationTickets => {
    const known = organizations.get(organizationId);
    if (known) return known;
    const created = createOrganizationTickets(ticketsOf(organizationId));
    organizations.set(organizationId, created);
    return created;
  };

  const makeRoom = (): void => {
    let size = [...organizations.values()].reduce((sum, tickets) => sum + tickets.size(), 0);
    for (const [key, forget] of recency) {
      if (size <= limit) return;
      size -= forget();
      recency.delete(key);
    }
  };

  return (organizationId) => ({
    async read(wanted) {
      const tickets = memoryOf(organizationId);
      for (const customer_id of wanted.customer_ids) {
        const key = JSON.stringify([organizationId, customer_id]);
        recency.delete(key);
        recency.set(key, () => tickets.forget(customer_id));
      }
      const found = await tickets.read(wanted);
      makeRoom();
      return found;
    },
  });
};
