import type { ReactNode } from 'react';
import type { Resource } from '../data/use-resource.js';
import { useSupport } from '../provider/support-context.js';
import { Button } from './Button.js';
import { ErrorNotice } from './ErrorNotice.js';

interface LoadedProps<Data> {
  resource: Resource<Data>;
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Shows a resource in the state it is in: loading, failed, or ready (with a word when it could not be refreshed). */
export function Loaded<Data>({ resource, skeleton, children }: LoadedProps<Data>): ReactNode {
  const { messages } = useSupport();
  if (resource.state === 'loading') return skeleton;
  if (resource.state === 'error') return <ErrorNotice error={resource.error} onRetry={resource.reload} />;
  return (
    <>
      {resource.error && (
        <div className="sw-banner" role="alert">
          <span>{messages.notRefreshed}</span>
          <Button look="quiet" onClick={resource.reload}>
            {messages.retry}
          </Button>
        </div>
      )}
      <div className="sw-body" data-refreshing={resource.isRefreshing}>
        {children(resource.data)}
      </div>
    </>
  );
}
