import type { SupportTicket } from '@cscx/support-core';
import { type ReactNode, useCallback } from 'react';
import { Freshness } from '../parts/Freshness.js';
import { Loaded } from '../parts/Loaded.js';
import { Notice } from '../parts/Notice.js';
import { Skeleton } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type PageWith, useAllPages } from '../tables/use-all-pages.js';
import { TicketsSkeleton } from './TicketsSkeleton.js';
import { TicketsPanels } from './TicketsPanels.js';

/** Props of {@link OpenTicketsTable}. */
export interface OpenTicketsTableProps extends WidgetElementProps {
  /** The customer's id in the host product. */
  customerId: string;
}

const PAGE_SIZE = 500;
const MOST_TICKETS = 10_000;

const isOpen = ({ status }: SupportTicket): boolean => status === 'open' || status === 'pending';

/**
 * All open tickets of a customer: search, filter and sort them, see how old they are and how much time the SLA leaves,
 * by the second in the last hour. Their count says what it means, and leads to them. Makes one request, and one more for
 * every 500 tickets, up to 10,000.
 *
 * @example
 * <OpenTicketsTable customerId="acme" onDrilldown={(target) => openTickets(target)} />
 */
export function OpenTicketsTable({ customerId, ...element }: OpenTicketsTableProps): ReactNode {
  const { client, messages } = useSupport();
  const { openTickets, customer } = messages;
  const loadPage = useCallback(
    async (cursor: string | undefined, signal: AbortSignal): Promise<PageWith<SupportTicket, string | null>> => {
      const page = await client.listCustomerTickets({ customerId, cursor, limit: PAGE_SIZE }, { signal });
      // Open ones come first: a page that holds another one was the last with open ones.
      const mayHaveMore = page.tickets.every(isOpen);
      return { items: page.tickets, next_cursor: mayHaveMore ? page.next_cursor : null, extra: page.data_as_of };
    },
    [client, customerId],
  );
  const resource = useAllPages(customerId, loadPage, MOST_TICKETS);
  const isReady = resource.state === 'ready';
  const isUnknown = resource.state === 'error' && resource.error.code === 'not_found';

  return (
    <Widget
      part="open-tickets-table"
      {...element}
      subject={customerId}
      title={openTickets.title}
      subtitle={isReady && <Freshness asOf={resource.data.extra} />}
      isBusy={resource.state === 'loading' || (isReady && (resource.isRefreshing || resource.data.isLoading))}
    >
      {isUnknown ? (
        <Notice icon="low" title={customer.unknown} hint={customer.unknownHint} isAlert />
      ) : (
        <Loaded
          resource={resource}
          skeleton={
            <Skeleton label={openTickets.title}>
              <TicketsSkeleton />
            </Skeleton>
          }
        >
          {({ items, extra, isLoading, isCut }) => (
            <TicketsPanels
              tickets={items}
              isLoading={isLoading}
              isCut={isCut}
              about={{ customer_id: customerId, data_as_of: extra }}
            />
          )}
        </Loaded>
      )}
    </Widget>
  );
}
