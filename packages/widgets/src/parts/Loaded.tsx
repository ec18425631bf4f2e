import type { ReactNode } from 'react';
import { useOnline } from '../data/use-online.js';
import type { Resource } from '../data/use-resource.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { Button } from './Button.js';
import { ErrorNotice } from './ErrorNotice.js';
import { Icon } from './Icon.js';

/** Numbers that came in a moment ago have no age worth telling. */
const MINUTE = 60_000;

interface LoadedProps<Data> {
  resource: Resource<Data>;
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Shows a resource in the state it is in: loading, failed, or ready (with a word when it could not be refreshed). */
export function Loaded<Data>({ resource, skeleton, children }: LoadedProps<Data>): ReactNode {
  if (resource.state === 'loading') return skeleton;
  if (resource.state === 'error') return <ErrorNotice error={resource.error} onRetry={resource.reload} />;
  return (
    <>
      <StaleBanner resource={resource} />
      <div className="sw-body" data-refreshing={resource.isRefreshing} data-stale={resource.error !== undefined}>
        {children(resource.data)}
      </div>
    </>
  );
}

/** Why the numbers are not of now, and from when they are. */
function StaleBanner({ resource }: { resource: Extract<Resource<unknown>, { state: 'ready' }> }): ReactNode {
  const { format, messages } = useSupport();
  const now = useNow();
  const isOnline = useOnline();
  const { error, isPartial, loadedAt, reload } = resource;
  if (isOnline && !error) return null;
  const [reason] = error && isOnline ? (messages.errors[error.code] ?? messages.errors.other) : [messages.offline];
  return (
    <div className="sw-banner">
      <p role={isOnline ? 'alert' : 'status'}>
        <Icon name="warning" />
        {isPartial ? messages.moreFailed : messages.lastKnown(reason)}
      </p>
      <span className="sw-banner-age">{now - loadedAt >= MINUTE && messages.loadedAgo(format.ago(loadedAt, now))}</span>
      <Button look="quiet" onClick={reload}>
        {messages.retry}
      </Button>
    </div>
  );
}
