import type { OperationsClient } from '@cscx/support-client/operations';
import { type ReactNode, useCallback } from 'react';
import { SkeletonAlerts } from '../alerts/SkeletonAlerts.js';
import { useResource } from '../data/use-resource.js';
import { Loaded } from '../parts/Loaded.js';
import { Skeleton, SkeletonStats } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { WithOperations } from '../parts/WithOperations.js';
import { useSupport } from '../provider/support-context.js';
import { SyncPanels } from './SyncPanels.js';

/** Props of {@link SyncStatus}. */
export type SyncStatusProps = WidgetElementProps;

/**
 * How fresh the data is: of each connection to a support system how it is, when it was last read, what it does not give,
 * what fails and what to do; and a button that syncs it now. Makes one request. The client of the provider needs the calls
 * of `createOperationsClient`, its token the scope `sync:read`, and `sync:write` to start a sync.
 *
 * @example
 * <SyncStatus />
 */
export function SyncStatus(props: SyncStatusProps): ReactNode {
  const { sync } = useSupport().messages;
  return (
    <WithOperations part="sync-status" title={sync.title} className={props.className}>
      {(operations) => <ConnectedSyncStatus {...props} operations={operations} />}
    </WithOperations>
  );
}

interface ConnectedSyncStatusProps extends SyncStatusProps {
  operations: OperationsClient;
}

function ConnectedSyncStatus({ operations, className, ...events }: ConnectedSyncStatusProps): ReactNode {
  const support = useSupport();
  const { sync } = support.messages;
  const onAction = events.onAction ?? support.onAction;
  const load = useCallback((signal: AbortSignal) => operations.getSyncStatus({}, { signal }), [operations]);
  const resource = useResource('sync', load);
  const start = useCallback(
    async (connectionId: string) => {
      const connection = await operations.startSync({ connectionId });
      onAction?.({ type: 'sync', connection });
    },
    [operations, onAction],
  );
  return (
    <Widget
      part="sync-status"
      className={className}
      title={sync.title}
      isBusy={resource.state === 'loading' || (resource.state === 'ready' && resource.isRefreshing)}
    >
      <Loaded
        resource={resource}
        skeleton={
          <Skeleton label={sync.title}>
            <SkeletonStats />
            <SkeletonAlerts rows={5} className="sw-skeleton-items" text={80} />
          </Skeleton>
        }
      >
        {(status) => <SyncPanels status={status} onStart={start} />}
      </Loaded>
    </Widget>
  );
}
