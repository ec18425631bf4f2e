import type { ReactNode } from 'react';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';

/** How old the data is; a number that is stale should say so. */
export function Freshness({ asOf }: { asOf: string | null }): ReactNode {
  const { format, messages } = useSupport();
  const now = useNow();
  if (asOf === null) return messages.neverUpdated;
  return (
    <time dateTime={asOf} title={format.dateTime(asOf)}>
      {messages.updated(format.ago(Date.parse(asOf), now))}
    </time>
  );
}
