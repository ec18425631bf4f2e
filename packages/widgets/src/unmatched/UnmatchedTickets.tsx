import type { OperationsClient, UnmatchedPage } from '@cscx/support-client/operations';
import type { UnmatchedReason } from '@cscx/support-core';
import type { UnmatchedTicket } from '@cscx/support-core/api';
import { type ReactNode, useCallback, useState } from 'react';
import { SkeletonAlerts } from '../alerts/SkeletonAlerts.js';
import { type PageRequest, usePagedResource } from '../data/use-paged-resource.js';
import type { Page } from '../data/use-pages.js';
import { Button } from '../parts/Button.js';
import { Freshness } from '../parts/Freshness.js';
import { Loaded } from '../parts/Loaded.js';
import { MoreButton } from '../parts/MoreButton.js';
import { Notice } from '../parts/Notice.js';
import { Skeleton } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { WithOperations } from '../parts/WithOperations.js';
import { useSupport } from '../provider/support-context.js';
import { ReasonSelect } from './ReasonSelect.js';
import { UnmatchedPanels } from './UnmatchedPanels.js';
import { queueLength } from './unmatched-rows.js';
import { useCustomerChoices } from './use-customer-choices.js';

/** By the id of a ticket: whether it was linked here. */
type Linked = Readonly<Record<string, boolean>>;

/** Props of {@link UnmatchedTickets}. */
export type UnmatchedTicketsProps = WidgetElementProps;

const PAGE_SIZE = 20;

const ticketsOf = ({ tickets, next_cursor }: UnmatchedPage): Page<UnmatchedTicket> => ({ items: tickets, next_cursor });

/**
 * Whose ticket is this? Tickets that match no customer, newest first: why, what they tell, and a choice of the customer that
 * each belongs to, with undo. Makes one request, one more for each further page, and when the first customer is to be
 * chosen one for every 500 customers. The client of the provider needs the calls of `createOperationsClient`, its token
 * the scopes `matching:write` and `reports:read`.
 *
 * @example
 * <UnmatchedTickets onAction={(action) => console.log(action)} />
 */
export function UnmatchedTickets(props: UnmatchedTicketsProps): ReactNode {
  const { unmatched } = useSupport().messages;
  return (
    <WithOperations part="unmatched-tickets" title={unmatched.title} className={props.className}>
      {(operations) => <ConnectedUnmatchedTickets {...props} operations={operations} />}
    </WithOperations>
  );
}

interface ConnectedProps extends UnmatchedTicketsProps {
  operations: OperationsClient;
}

function ConnectedUnmatchedTickets({ operations, className, ...events }: ConnectedProps): ReactNode {
  const support = useSupport();
  const { unmatched } = support.messages;
  const onAction = events.onAction ?? support.onAction;
  const [reason, setReason] = useState<UnmatchedReason | undefined>();
  const load = useCallback(
    (page: PageRequest, signal: AbortSignal) => operations.listUnmatchedTickets({ reason, ...page }, { signal }),
    [operations, reason],
  );
  const { resource: loaded, pages } = usePagedResource('unmatched', load, ticketsOf, PAGE_SIZE);
  const [linked, setLinked] = useState<Linked>({});
  const resource =
    loaded.state === 'ready' ? { ...loaded, data: withoutLinked(loaded.data, pages.items, linked) } : loaded;
  const customers = useCustomerChoices();
  const link = useCallback(
    async (ticketId: string, customer_id: string | null) => {
      const saved = await operations.linkTicket({ ticketId, customer_id });
      setLinked((last) => ({ ...last, [ticketId]: customer_id !== null }));
      onAction?.({ type: 'link', ticket_id: ticketId, customer_id: saved.customer_id });
    },
    [operations, onAction],
  );
  const isReady = resource.state === 'ready';

  return (
    <Widget
      part="unmatched-tickets"
      className={className}
      title={unmatched.title}
      subtitle={isReady && <Subtitle page={resource.data} />}
      controls={
        <ReasonSelect counts={isReady ? resource.data.by_reason : undefined} reason={reason} onChoose={setReason} />
      }
      isBusy={resource.state === 'loading' || (isReady && resource.isRefreshing)}
    >
      <Loaded
        resource={resource}
        skeleton={
          <Skeleton label={unmatched.title}>
            <SkeletonAlerts rows={6} className="sw-skeleton-items" text={150} />
          </Skeleton>
        }
      >
        {({ data_as_of }) => (
          <UnmatchedPanels
            tickets={pages.items}
            customers={customers}
            onLink={link}
            empty={<Empty data_as_of={data_as_of} reason={reason} onShowAll={() => setReason(undefined)} />}
            more={<MoreButton pages={pages} />}
          />
        )}
      </Loaded>
    </Widget>
  );
}

/** Does not count what was linked here, and is still on screen with the way back. */
function withoutLinked(page: UnmatchedPage, tickets: readonly UnmatchedTicket[], linked: Linked): UnmatchedPage {
  const by_reason = { ...page.by_reason };
  for (const { ticket_id, reason } of tickets) if (linked[ticket_id]) by_reason[reason] -= 1;
  return { ...page, by_reason };
}

function Subtitle({ page: { by_reason, data_as_of } }: { page: UnmatchedPage }): ReactNode {
  const { format, messages } = useSupport();
  const count = queueLength(by_reason);
  return (
    <>
      <span>{messages.unmatched.waiting(count, format.count(count))}</span>
      <Freshness asOf={data_as_of} />
    </>
  );
}

interface EmptyProps extends Pick<UnmatchedPage, 'data_as_of'> {
  reason: UnmatchedReason | undefined;
  onShowAll: () => void;
}

function Empty({ data_as_of, reason, onShowAll }: EmptyProps): ReactNode {
  const { unmatched, notConnected, notConnectedHint } = useSupport().messages;
  if (reason !== undefined) {
    return (
      <Notice icon="check" title={unmatched.emptyReason}>
        <Button onClick={onShowAll}>{unmatched.showAll}</Button>
      </Notice>
    );
  }
  return data_as_of === null ? (
    <Notice icon="low" title={notConnected} hint={notConnectedHint} />
  ) : (
    <Notice icon="check" title={unmatched.empty} hint={unmatched.emptyHint} />
  );
}
