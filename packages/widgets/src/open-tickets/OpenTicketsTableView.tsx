import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type TicketsData, TicketsPanels } from './TicketsPanels.js';

/** Props of {@link OpenTicketsTableView}. */
export interface OpenTicketsTableViewProps extends TicketsData, WidgetElementProps {}

/**
 * Open tickets to search, filter and sort, drawn from data at hand; ten thousand are no problem.
 *
 * @example
 * <OpenTicketsTableView tickets={tickets} />
 */
export function OpenTicketsTableView(props: OpenTicketsTableViewProps): ReactNode {
  const { className, onDrilldown, onAction, ...data } = props;
  const { openTickets } = useSupport().messages;
  return (
    <Widget
      part="open-tickets-table"
      className={className}
      title={openTickets.title}
      onDrilldown={onDrilldown}
      onAction={onAction}
    >
      <TicketsPanels {...data} />
    </Widget>
  );
}
