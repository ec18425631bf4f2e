import type { AlertPage } from '@cscx/support-client';
import type { Severity } from '@cscx/support-core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { usePages } from '../data/use-pages.js';
import { useResource } from '../data/use-resource.js';
import { Loaded } from '../parts/Loaded.js';
import { Select } from '../parts/Select.js';
import { Skeleton, SkeletonPanel } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { AlertFeedView } from './AlertFeedView.js';

/** Props of {@link AlertFeed}. */
export interface AlertFeedProps extends WidgetElementProps {
  /** Only alerts about customers of this CSM. */
  csmId?: string | undefined;
  /** Only alerts about this customer. */
  customerId?: string | undefined;
  /** Makes each customer a button; called with the customer's id. */
  onSelectCustomer?: ((customerId: string) => void) | undefined;
}

const PAGE_SIZE = 20;
const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
const isSeverity = (value: string): value is Severity => severities.some((severity) => severity === value);

/**
 * What needs somebody's eyes, newest first: spikes, escalations, missed and endangered SLAs, low ratings. Makes one
 * request, and one more for each further page.
 *
 * @example
 * <AlertFeed csmId="dana" onSelectCustomer={(id) => navigate(`/customers/${id}`)} />
 */
export function AlertFeed({ csmId, customerId, onSelectCustomer, className }: AlertFeedProps): ReactNode {
  const { client, messages } = useSupport();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const loadPage = useCallback(
    (cursor: string | undefined, signal: AbortSignal): Promise<AlertPage> =>
      client.listAlerts(
        {
          status: 'open',
          csm_id: csmId,
          customer_id: customerId,
          severity: severity ?? undefined,
          cursor,
          limit: PAGE_SIZE,
        },
        { signal },
      ),
    [client, csmId, customerId, severity],
  );
  const load = useCallback((signal: AbortSignal) => loadPage(undefined, signal), [loadPage]);
  const firstPage = useResource(`${csmId ?? ''} ${customerId ?? ''}`, load);
  const options = [
    { value: '', label: messages.alerts.anySeverity },
    ...severities.map((value) => ({ value, label: messages.severities[value] })),
  ];

  return (
    <Widget
      part="alert-feed"
      className={className}
      title={messages.alerts.title}
      controls={
        <Select
          label={messages.alerts.severity}
          value={severity ?? ''}
          options={options}
          onChange={(value) => setSeverity(isSeverity(value) ? value : null)}
        />
      }
      isBusy={firstPage.state === 'loading' || (firstPage.state === 'ready' && firstPage.isRefreshing)}
    >
      <Loaded resource={firstPage} skeleton={<AlertSkeleton />}>
        {(page) => (
          <Ready
            page={page}
            loadPage={loadPage}
            severity={severity}
            onShowAll={() => setSeverity(null)}
            showsCustomer={customerId === undefined}
            onSelectCustomer={onSelectCustomer}
          />
        )}
      </Loaded>
    </Widget>
  );
}

function AlertSkeleton(): ReactNode {
  const { messages } = useSupport();
  return (
    <Skeleton label={messages.alerts.title}>
      <SkeletonPanel rows={8} />
    </Skeleton>
  );
}

interface ReadyProps extends Pick<AlertFeedProps, 'onSelectCustomer'> {
  page: AlertPage;
  loadPage: (cursor: string, signal: AbortSignal) => Promise<AlertPage>;
  severity: Severity | null;
  onShowAll: () => void;
  showsCustomer: boolean;
}

function Ready({ page, loadPage, onSelectCustomer, ...filter }: ReadyProps): ReactNode {
  const first = useMemo(() => ({ items: page.alerts, next_cursor: page.next_cursor }), [page]);
  const load = useCallback(
    async (cursor: string, signal: AbortSignal) => {
      const next = await loadPage(cursor, signal);
      return { items: next.alerts, next_cursor: next.next_cursor };
    },
    [loadPage],
  );
  return <AlertFeedView alerts={usePages(first, load)} onSelectCustomer={onSelectCustomer} {...filter} />;
}
