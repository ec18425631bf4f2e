import type { CustomerMetrics } from '@cscx/support-client';
import type { SupportTicket } from '@cscx/support-core';
import type { ReactNode } from 'react';
import type { AlertActions } from '../data/use-alert-actions.js';
import { listOf, type Pages } from '../data/use-pages.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { CustomerPanels } from './CustomerPanels.js';
import { CustomerScope } from './CustomerScope.js';

/** Props of {@link CustomerDetailView}. */
export interface CustomerDetailViewProps extends WidgetElementProps {
  /** One customer's metrics, tickets, trends and alerts, as the API answers them. */
  metrics: CustomerMetrics;
  /** More tickets than `metrics` holds, and the way to them. Default: those of `metrics`. */
  tickets?: Pages<SupportTicket> | undefined;
  /** What can be done about alerts, from `useAlerts`. Default: nothing. */
  actions?: AlertActions | undefined;
}

/**
 * Support of one customer, drawn from data at hand.
 *
 * @example
 * const metrics = useCustomerSupport({ customerId: 'acme' });
 * if (metrics.state === 'ready') return <CustomerDetailView metrics={metrics.data} />;
 */
export function CustomerDetailView({ metrics, tickets, actions, ...element }: CustomerDetailViewProps): ReactNode {
  const { messages } = useSupport();
  const { customer } = metrics;
  return (
    <Widget
      part="customer"
      {...element}
      subject={customer.customer_id}
      title={customer.customer_name ?? messages.customer.unnamed(customer.customer_id)}
      subtitle={<CustomerScope customer={customer} />}
    >
      <CustomerPanels metrics={metrics} tickets={listOf(tickets ?? metrics.tickets)} actions={actions} />
    </Widget>
  );
}
