import type { SupportTicket } from '@cscx/support-core';
import { type ReactNode, useState } from 'react';
import type { Pages } from '../data/use-pages.js';
import { MoreButton } from '../parts/MoreButton.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { ticketRows } from './ticket-rows.js';
import { TicketsTable } from './TicketsTable.js';

/** Lines on the first screen, and how many more each time. */
const FIRST_ROWS = 20;
const MORE_ROWS = 50;

/** The customer's open tickets; shows more of those at hand before it asks for the next page. */
export function TicketsPanel({ tickets }: { tickets: Pages<SupportTicket> }): ReactNode {
  const words = useSupport();
  const { customer } = words.messages;
  const now = useNow();
  const [limit, setLimit] = useState(FIRST_ROWS);

  const open = tickets.items.filter(({ status }) => status === 'open' || status === 'pending');
  // Open ones come first: a page that holds another one was the last with open ones.
  const mayHaveMore = tickets.hasMore && open.length === tickets.items.length;
  const showMore = (): void => {
    setLimit(limit + MORE_ROWS);
    if (open.length < limit + MORE_ROWS && mayHaveMore) tickets.loadMore();
  };

  return (
    <Panel part="tickets" title={customer.tickets} isFlush>
      {open.length > 0 ? (
        <TicketsTable rows={ticketRows(open.slice(0, limit), now, words)} />
      ) : (
        <Notice icon="check" title={customer.ticketsNone} hint={customer.ticketsNoneHint} />
      )}
      <MoreButton pages={{ ...tickets, hasMore: open.length > limit || mayHaveMore, loadMore: showMore }} />
    </Panel>
  );
}
