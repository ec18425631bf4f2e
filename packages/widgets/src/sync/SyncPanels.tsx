import type { SyncStatus } from '@cscx/support-client/operations';
import type { ReactNode } from 'react';
import { englishSync } from '../messages/english-sync.js';
import { speaks } from '../messages/spoken-english.js';
import { Freshness } from '../parts/Freshness.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Stats } from '../parts/Stats.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { ConnectionList } from './ConnectionList.js';
import { syncStats } from './sync-stats.js';
import type { StartSync } from './use-sync-starts.js';

speaks({ sync: englishSync });

/** What {@link SyncStatusView} draws. */
export interface SyncData {
  /** What `getSyncStatus` answers. */
  status: SyncStatus;
  /** Starts a sync of a connection; what it rejects with is said in place. Without it nothing can be started. */
  onStart?: StartSync | undefined;
}

/** How fresh everything is, and each connection. */
export function SyncPanels({ status, onStart }: SyncData): ReactNode {
  const words = useSupport();
  const { sync, notConnected } = words.messages;
  const now = useNow();

  if (status.connections.length === 0) {
    return (
      <Notice icon="low" title={notConnected} hint={sync.emptyHint}>
        {status.data_as_of !== null && <Freshness asOf={status.data_as_of} />}
      </Notice>
    );
  }
  return (
    <>
      <Stats stats={syncStats(status, now, words)} />
      <Panel part="connections" title={sync.connections} isFlush>
        <ConnectionList status={status} now={now} onStart={onStart} />
      </Panel>
    </>
  );
}
