import type { TicketDraft } from '../../model/support-ticket.js';
import type { TicketEvent } from '../../model/ticket-event.js';
import { createCustomerDeriver } from './customers/derive-customers.js';
import type { ImportPage } from './import-page.js';
import type { PlacedRejection } from './mapped-records.js';
import type { ImportMapping } from './mapping/import-mapping.js';
import { createWarningCounter, type Warn } from './snapshot/warning-counter.js';

const RECORDS_A_PAGE = 500;

/** Gathers what is read until it makes a page. */
export interface PageCollector {
  warn: Warn;
  addTicket: (ticket: TicketDraft, events?: readonly TicketEvent[]) => void;
  skip: (rejection: PlacedRejection) => void;
  isFull: () => boolean;
  /** Hands over the page and begins the next. */
  take: () => ImportPage;
}

/**
 * Starts the pages of one file.
 *
 * @param describe gives a skipped record its column names
 */
export const createPageCollector = (
  { customer }: ImportMapping,
  describe: (record: unknown) => unknown,
): PageCollector => {
  const deriveCustomers = customer?.derive === true ? createCustomerDeriver() : () => [];
  const { warn, take: takeWarnings } = createWarningCounter();
  const emptyPage = (): ImportPage => ({ tickets: [], events: [], customers: [], skipped: [], warnings: [] });
  let page = emptyPage();
  return {
    warn,
    addTicket: (ticket, events = []) => {
      page.tickets.push(ticket);
      page.events.push(...events);
      page.customers.push(...deriveCustomers(ticket));
    },
    skip: ({ line, field, reason, record }) => {
      page.skipped.push({
        position: String(line),
        field,
        reason,
        ...(record !== undefined && { record: describe(record) }),
      });
    },
    isFull: () => page.tickets.length + page.skipped.length >= RECORDS_A_PAGE,
    take: () => {
      const full = { ...page, warnings: takeWarnings() };
      page = emptyPage();
      return full;
    },
  };
};
