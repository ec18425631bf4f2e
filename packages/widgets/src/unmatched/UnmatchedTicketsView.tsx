import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type UnmatchedData, UnmatchedPanels } from './UnmatchedPanels.js';

/** Props of {@link UnmatchedTicketsView}. */
export interface UnmatchedTicketsViewProps extends UnmatchedData, WidgetElementProps {}

/**
 * Tickets without a customer, drawn from data at hand.
 *
 * @example
 * <UnmatchedTicketsView
 *   tickets={tickets}
 *   customers={{ items: [{ customer_id: 'acme', customer_name: 'Acme Corp' }] }}
 *   onLink={async (ticketId, customer_id) => void (await operations.linkTicket({ ticketId, customer_id }))}
 * />
 */
export function UnmatchedTicketsView({ className, ...data }: UnmatchedTicketsViewProps): ReactNode {
  const { unmatched } = useSupport().messages;
  return (
    <Widget part="unmatched-tickets" className={className} title={unmatched.title}>
      <UnmatchedPanels {...data} />
    </Widget>
  );
}
