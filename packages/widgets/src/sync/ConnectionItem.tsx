import { type ReactNode, useId } from 'react';
import { Button } from '../parts/Button.js';
import { Freshness } from '../parts/Freshness.js';
import { AnyIcon } from '../parts/AnyIcon.js';
import { useSupport } from '../provider/support-context.js';
import type { ConnectionRow } from './connection-rows.js';
import type { SyncStart } from './use-sync-starts.js';

interface ConnectionItemProps {
  row: ConnectionRow;
  start: SyncStart | undefined;
  /** The API lets this person start no sync. */
  isForbidden: boolean;
  /** Absent: nothing can be started from here. */
  onStart: (() => void) | undefined;
}

/** One connection: how it is, how fresh its data is, what it lacks, and the way to sync it now. */
export function ConnectionItem({ row, start, isForbidden, onStart }: ConnectionItemProps): ReactNode {
  const { messages } = useSupport();
  const { sync } = messages;
  const titleId = useId();
  const facts = [...row.facts, ...(start?.state === 'asked' ? [sync.asked] : [])];
  const isAsked = start?.state === 'pending' || start?.state === 'asked';
  return (
    <article
      className={facts.length > 0 ? 'sw-alert' : 'sw-alert sw-sync-short'}
      data-sw-part={`connection-${row.connection_id}`}
      aria-labelledby={titleId}
    >
      <span className="sw-mark" data-tone={row.tone}>
        <AnyIcon name={row.icon} />
      </span>
      <h4 className="sw-alert-title" id={titleId}>
        <bdi>{row.name}</bdi>
      </h4>
      <span className="sw-alert-time sw-sync-age" data-tone={row.tone}>
        <Freshness asOf={row.asOf} />
      </span>
      <p className="sw-alert-meta sw-sync-meta">
        <span className="sw-mark sw-alert-severity" data-tone={row.tone}>
          {row.state}
        </span>
        {row.system !== undefined && <span className="sw-cut">{row.system}</span>}
      </p>
      {facts.length > 0 && (
        <ul className="sw-list sw-alert-text">
          {facts.map((fact) => (
            <li key={fact}>
              <bdi>{fact}</bdi>
            </li>
          ))}
        </ul>
      )}
      {start?.state === 'refused' && (
        <p className="sw-alert-failed" role="alert">
          {sync.notStarted(refusal(start.code, messages))}
        </p>
      )}
      {onStart && row.start !== undefined && (
        <div className="sw-alert-actions">
          <Button
            look="small"
            label={sync.actionOn(row.start, row.name)}
            isDisabled={isAsked || isForbidden}
            onClick={onStart}
          >
            {row.start}
          </Button>
        </div>
      )}
    </article>
  );
}

function refusal(code: string | undefined, { sync, errors }: ReturnType<typeof useSupport>['messages']): string {
  if (code === 'forbidden') return sync.mayNotStart;
  if (code === 'invalid_input') return sync.cannotStart;
  return errors[code ?? '']?.[0] ?? sync.noReason;
}
