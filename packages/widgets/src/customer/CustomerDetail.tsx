import type { CustomerMetrics } from '@cscx/support-client';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useAlertActions } from '../data/use-alert-actions.js';
import { useCustomerSupport } from '../data/use-customer-support.js';
import { type PeriodProps, usePeriod } from '../data/use-period.js';
import { usePages } from '../data/use-pages.js';
import type { Resource } from '../data/use-resource.js';
import { AnyIcon } from '../parts/AnyIcon.js';
import { Loaded } from '../parts/Loaded.js';
import { Notice } from '../parts/Notice.js';
import { PeriodSelect } from '../parts/PeriodSelect.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { CustomerPanels } from './CustomerPanels.js';
import { CustomerScope } from './CustomerScope.js';
import { CustomerSkeleton } from './CustomerSkeleton.js';

/** Props of {@link CustomerDetail}. */
export interface CustomerDetailProps extends PeriodProps, WidgetElementProps {
  /** The customer's id in the host product. */
  customerId: string;
  /** Shows a way back; called when it is taken. */
  onBack?: (() => void) | undefined;
}

/**
 * Support of one customer: where it stands, its alerts with what can be done about them, its open tickets, 12 weeks of
 * volume, what the tickets are about and why they became more or fewer. Makes one request.
 *
 * @example
 * <CustomerDetail customerId="acme" onBack={() => navigate('/customers')} />
 */
export function CustomerDetail(props: CustomerDetailProps): ReactNode {
  const { customerId, onBack, period: fixedPeriod, defaultPeriod, onPeriodChange, ...element } = props;
  const { messages } = useSupport();
  const { period, choosePeriod } = usePeriod({ period: fixedPeriod, defaultPeriod, onPeriodChange });
  const metrics = useCustomerSupport({ customerId, period });
  const isReady = metrics.state === 'ready';

  return (
    <Widget
      part="customer"
      {...element}
      subject={customerId}
      lead={onBack && <BackButton onBack={onBack} />}
      title={titleOf(metrics, customerId, messages.customer)}
      subtitle={isReady && <CustomerScope customer={metrics.data.customer} />}
      controls={<PeriodSelect period={period} onChoose={choosePeriod} />}
      isBusy={metrics.state === 'loading' || (isReady && metrics.isRefreshing)}
    >
      {isUnknown(metrics) ? (
        <Notice icon="low" title={messages.customer.unknown} hint={messages.customer.unknownHint} isAlert />
      ) : (
        <Loaded resource={metrics} skeleton={<CustomerSkeleton />}>
          {(data) => <Ready metrics={data} />}
        </Loaded>
      )}
    </Widget>
  );
}

function titleOf(
  metrics: Resource<CustomerMetrics>,
  customerId: string,
  words: { title: string; unnamed: (id: string) => string },
): string {
  if (metrics.state !== 'ready') return words.title;
  return metrics.data.customer.customer_name ?? words.unnamed(customerId);
}

const isUnknown = (metrics: Resource<unknown>): boolean =>
  metrics.state === 'error' && metrics.error.code === 'not_found';

function BackButton({ onBack }: { onBack: () => void }): ReactNode {
  const { messages } = useSupport();
  return (
    <button type="button" className="sw-button sw-button-quiet sw-back" onClick={onBack}>
      <AnyIcon name="back" />
      {messages.customer.back}
    </button>
  );
}

function Ready({ metrics }: { metrics: CustomerMetrics }): ReactNode {
  const { client, onAction } = useSupport();
  const { customer } = metrics;
  const first = useMemo(() => ({ items: metrics.tickets, next_cursor: metrics.next_cursor }), [metrics]);
  const loadPage = useCallback(
    async (cursor: string, signal: AbortSignal) => {
      const page = await client.listCustomerTickets(
        { customerId: customer.customer_id, cursor, limit: 200 },
        { signal },
      );
      return { items: page.tickets, next_cursor: page.next_cursor };
    },
    [client, customer.customer_id],
  );
  const pages = usePages(first, loadPage);
  const actions = useAlertActions(onAction);
  return <CustomerPanels metrics={metrics} tickets={pages} actions={actions} />;
}
