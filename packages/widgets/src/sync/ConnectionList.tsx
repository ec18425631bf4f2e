import type { SyncStatus } from '@cscx/support-client/operations';
import { type ReactNode, useRef, useState } from 'react';
import { useKeptFocus } from '../parts/use-kept-focus.js';
import { useSupport } from '../provider/support-context.js';
import { ConnectionItem } from './ConnectionItem.js';
import { connectionRows } from './connection-rows.js';
import { type StartSync, useSyncStarts } from './use-sync-starts.js';

interface ConnectionListProps {
  status: SyncStatus;
  /** Epoch milliseconds. */
  now: number;
  onStart: StartSync | undefined;
}

/** All connections, and a voice that says what has been asked for. */
export function ConnectionList({ status, now, onStart }: ConnectionListProps): ReactNode {
  const words = useSupport();
  const list = useRef<HTMLUListElement>(null);
  const [announcement, announce] = useState('');
  const { starts, isForbidden, ask } = useSyncStarts(onStart, status);
  useKeptFocus(list, status);

  return (
    <>
      <p className="sw-hidden" role="status">
        {announcement}
      </p>
      <ul className="sw-list sw-rows" ref={list}>
        {connectionRows(status.connections, now, words).map((row) => (
          <li key={row.connection_id}>
            <ConnectionItem
              row={row}
              start={starts.get(row.connection_id)}
              isForbidden={isForbidden}
              onStart={
                onStart &&
                (() => {
                  announce(words.messages.sync.announced(row.name));
                  ask(row.connection_id);
                })
              }
            />
          </li>
        ))}
      </ul>
    </>
  );
}
