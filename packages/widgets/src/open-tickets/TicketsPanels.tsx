import type { SupportTicket } from '@cscx/support-core';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { englishCustomer } from '../messages/english-customer.js';
import { englishOpenTickets } from '../messages/english-open-tickets.js';
import { englishTickets } from '../messages/english-tickets.js';
import { speaks } from '../messages/spoken-english.js';
import { Button } from '../parts/Button.js';
import { Explain } from '../parts/Explain.js';
import { Notice } from '../parts/Notice.js';
import { useSupport } from '../provider/support-context.js';
import { DueAnnouncer } from './DueAnnouncer.js';
import { type OpenTicketsAbout, openTicketsMeaning } from './open-tickets-meaning.js';
import { TicketGrid } from './TicketGrid.js';
import { orderTickets, type TicketFilters, type TicketSort } from './ticket-order.js';
import { TicketToolbar } from './TicketToolbar.js';

speaks({ openTickets: englishOpenTickets, customer: englishCustomer, ...englishTickets });

const NO_FILTERS: TicketFilters = { text: '', status: null, priority: null };
const MOST_PRESSING: TicketSort = { column: 'sla', direction: 'ascending' };

/** What {@link OpenTicketsTableView} draws. */
export interface TicketsData {
  /** Resolved and closed ones are left out. */
  tickets: readonly SupportTicket[];
  /** More are on their way. */
  isLoading?: boolean | undefined;
  /** There are more than these, which will not be loaded. */
  isCut?: boolean | undefined;
  /** Whose tickets, and how fresh, as a customer's metrics have it; with it, their count says what it means. */
  about?: OpenTicketsAbout | undefined;
}

/** Open tickets to search, filter and sort. */
export function TicketsPanels({ tickets, isLoading = false, isCut = false, about }: TicketsData): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  const { openTickets, customer } = messages;
  const [filters, setFilters] = useState(NO_FILTERS);
  const [sort, setSort] = useState(MOST_PRESSING);
  const wanted = useDeferredValue(filters);
  const open = useMemo(() => tickets.filter(({ status }) => status === 'open' || status === 'pending'), [tickets]);
  const shown = useMemo(() => orderTickets(open, wanted, sort), [open, wanted, sort]);

  const isCapped = isCut && !isLoading;
  if (open.length === 0 && !isLoading) {
    return <Notice icon="check" title={customer.ticketsNone} hint={customer.ticketsNoneHint} />;
  }
  const all = `${format.count(open.length)}${isCapped ? '+' : ''}`;
  const count =
    shown.length === open.length
      ? openTickets.shown(open.length, all)
      : openTickets.shownOf(format.count(shown.length), open.length, all);
  return (
    <div className="sw-panel" data-sw-part="open-tickets" data-flush="true">
      <TicketToolbar filters={filters} onFilter={setFilters} sort={sort} onSort={setSort} />
      <TicketGrid tickets={shown} sort={sort} onSort={setSort} />
      {shown.length === 0 && (
        <Notice icon="low" title={openTickets.noMatch} hint={openTickets.noMatchHint}>
          <Button onClick={() => setFilters(NO_FILTERS)}>{openTickets.clear}</Button>
        </Notice>
      )}
      <div className="sw-footnote">
        <span role="status">
          {isLoading ? openTickets.loading(all) : count}
          {isCapped && ` · ${openTickets.capped(format.count(tickets.length))}`}
        </span>
        {about && !isLoading && (
          <Explain label={openTickets.title} meaning={openTicketsMeaning(about, open.length, wanted, words)} />
        )}
      </div>
      <DueAnnouncer tickets={open} />
    </div>
  );
}
