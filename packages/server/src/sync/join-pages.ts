import type { ConnectorPage, PulledPage, RemovedTicket, VendorCompany } from '@cscx/support-core/connectors';

/** A transaction costs the more the fewer rows it writes; more than these gain little and hold memory. */
const TICKETS_AT_A_TIME = 2000;
const EVENTS_AT_A_TIME = 8000;
/** Pages with next to nothing in them also move the cursor, which is then saved all the same. */
const PAGES_AT_A_TIME = 50;

interface JoinedPages extends Omit<PulledPage, 'removed' | 'companies'> {
  removed: Map<string, RemovedTicket>;
  companies: VendorCompany[];
  count: number;
}

const nothing = (): JoinedPages => ({
  tickets: [],
  events: [],
  removed: new Map(),
  companies: [],
  skipped: [],
  warnings: [],
  degraded: [],
  nextCursor: '',
  isCaughtUp: false,
  count: 0,
});

/** Whether a ticket that comes after its removal counts again: it is as new, or nobody knows how old the removal is. */
const isBack = ({ source_updated_at }: RemovedTicket, ticket: ConnectorPage['tickets'][number]): boolean =>
  source_updated_at === null || Date.parse(source_updated_at) <= Date.parse(ticket.source_updated_at);

const add = (joined: JoinedPages, page: PulledPage): void => {
  // A batch is written tickets first, so a removal that was taken back has to go here.
  for (const ticket of page.tickets) {
    const removal = joined.removed.get(ticket.ticket_id);
    if (removal && isBack(removal, ticket)) joined.removed.delete(ticket.ticket_id);
  }
  for (const removal of page.removed) joined.removed.set(removal.ticket_id, removal);
  joined.tickets.push(...page.tickets);
  joined.events.push(...page.events);
  joined.companies.push(...(page.companies ?? []));
  joined.skipped.push(...page.skipped);
  joined.warnings.push(...page.warnings);
  joined.degraded.push(...page.degraded);
  joined.nextCursor = page.nextCursor;
  joined.isCaughtUp = page.isCaughtUp;
  joined.count += 1;
};

const isFull = ({ tickets, events, removed, count }: JoinedPages): boolean =>
  tickets.length + removed.size >= TICKETS_AT_A_TIME || events.length >= EVENTS_AT_A_TIME || count >= PAGES_AT_A_TIME;

const toPage = ({ count: _, removed, ...page }: JoinedPages): PulledPage => ({
  ...page,
  removed: [...removed.values()],
});

/**
 * Joins a vendor's pages, some of which hold a hundred rows, into ones that are worth a transaction. What was read before
 * an error is handed over before the error is thrown.
 */
export async function* joinPages(pages: AsyncIterable<PulledPage>): AsyncGenerator<PulledPage> {
  let joined = nothing();
  try {
    for await (const page of pages) {
      add(joined, page);
      if (!isFull(joined)) continue;
      yield toPage(joined);
      joined = nothing();
    }
  } catch (error) {
    if (joined.count > 0) yield toPage(joined);
    throw error;
  }
  if (joined.count > 0) yield toPage(joined);
}
