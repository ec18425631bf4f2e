import type { ReactNode } from 'react';
import { englishFreshness } from '../messages/english-freshness.js';
import { speaks } from '../messages/spoken-english.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';

speaks(englishFreshness);

/** Twice what a sync may be behind. */
const STALE_MS = 30 * 60_000;

/** How old the data is; what is stale stands out. */
export function Freshness({ asOf }: { asOf: string | null }): ReactNode {
  const { format, messages } = useSupport();
  const now = useNow();
  if (asOf === null) return <span>{messages.neverUpdated}</span>;
  const then = Date.parse(asOf);
  return (
    <time className="sw-freshness" data-stale={now - then > STALE_MS} dateTime={asOf} title={format.dateTime(asOf)}>
      {messages.updated(format.ago(then, now))}
    </time>
  );
}
