import type { AlertStatus, Severity } from '@cscx/support-core';
import { type ReactNode, useState } from 'react';
import { useAlerts } from '../data/use-alerts.js';
import { Loaded } from '../parts/Loaded.js';
import { Select } from '../parts/Select.js';
import { Skeleton } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { CustomerEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { AlertPanels } from './AlertPanels.js';
import { SkeletonAlerts } from './SkeletonAlerts.js';

/** Props of {@link AlertFeed}. */
export interface AlertFeedProps extends WidgetElementProps, CustomerEvents {
  /** Only alerts about customers of this CSM. */
  csmId?: string | undefined;
  /** Only alerts about this customer. */
  customerId?: string | undefined;
}

const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
const statuses: readonly AlertStatus[] = ['open', 'acknowledged', 'snoozed', 'resolved'];

/**
 * What needs somebody's eyes, newest first: spikes, escalations, missed and endangered SLAs, low ratings, each to be
 * acknowledged, put off or resolved. Makes one request, and one more for each further page.
 *
 * @example
 * <AlertFeed csmId="dana" onSelectCustomer={(id) => navigate(`/customers/${id}`)} />
 */
export function AlertFeed({ csmId, customerId, ...element }: AlertFeedProps): ReactNode {
  const { messages } = useSupport();
  const [severity, setSeverity] = useState<Severity | undefined>();
  const [status, setStatus] = useState<AlertStatus>('open');
  const { page, alerts, ...actions } = useAlerts({ status, severity, csmId, customerId }, element);
  const { alerts: words } = messages;

  return (
    <Widget
      part="alert-feed"
      {...element}
      title={words.title}
      controls={
        <>
          <Select
            label={words.status}
            value={status}
            options={statuses.map((value) => ({ value, label: words.statuses[value] }))}
            onChange={(value) => setStatus(value as AlertStatus)}
          />
          <Select
            label={words.severity}
            value={severity ?? ''}
            options={[
              { value: '', label: words.anySeverity },
              ...severities.map((value) => ({ value, label: messages.severities[value] })),
            ]}
            onChange={(value) => setSeverity((value || undefined) as Severity | undefined)}
          />
        </>
      }
      isBusy={page.state === 'loading' || (page.state === 'ready' && page.isRefreshing)}
    >
      <Loaded resource={page} skeleton={<AlertSkeleton />}>
        {({ data_as_of }) => (
          <AlertPanels
            alerts={alerts}
            isConnected={data_as_of !== null}
            actions={actions}
            status={status}
            severity={severity}
            onShowAll={() => setSeverity(undefined)}
            showsCustomer={customerId === undefined}
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
      <SkeletonAlerts rows={3} />
      <SkeletonAlerts rows={5} />
    </Skeleton>
  );
}
