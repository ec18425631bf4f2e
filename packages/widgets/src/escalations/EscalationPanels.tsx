import type { EscalationSummary, SupportTicket } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { englishEscalations } from '../messages/english-escalations.js';
import { speaks } from '../messages/spoken-english.js';
import type { About } from '../metrics/metrics-scope.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Stats } from '../parts/Stats.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { EscalationList } from './EscalationList.js';
import { escalationTimeline } from './escalation-rows.js';
import { escalationStats } from './escalation-stats.js';

speaks({ escalations: englishEscalations });

/** What {@link EscalationTimelineView} draws. */
export interface EscalationData {
  /** Those that are escalated, or were, are shown. */
  tickets: readonly SupportTicket[];
  /** Not all tickets are at hand; the timeline says so. */
  isPartial?: boolean | undefined;
  /** Escalations of the period in numbers; absent where they are not known. */
  summary?: EscalationSummary | undefined;
  /** Period and freshness; with it, each number says what it means. */
  about?: About | undefined;
  /** Makes the escalations that stand lead somewhere. */
  onSelectOpen?: (() => void) | undefined;
}

/** Which tickets are escalated, why, and until when. */
export function EscalationPanels({
  tickets,
  isPartial = false,
  summary,
  about,
  onSelectOpen,
}: EscalationData): ReactNode {
  const words = useSupport();
  const now = useNow();
  const { escalations, seeTickets } = words.messages;
  const timeline = escalationTimeline(tickets, now, words);
  const isSilent = timeline.rows.length === 0;
  if (isSilent && !summary?.total && !summary?.open) {
    return <Notice icon="check" title={escalations.none} hint={escalations.noneHint} />;
  }
  const stands = timeline.rows.some(({ isOpen }) => isOpen);
  return (
    <>
      {summary && <Stats stats={escalationStats(summary, about, isPartial ? undefined : timeline.longest, words)} />}
      <Panel
        part="escalations"
        title={escalations.timeline}
        action={
          onSelectOpen &&
          stands && (
            <Button look="quiet" onClick={onSelectOpen}>
              {seeTickets}
            </Button>
          )
        }
        isFlush
      >
        {isSilent ? <Notice icon="low" title={escalations.notAtHand} /> : <EscalationList {...timeline} />}
        {isPartial && <p className="sw-footnote">{escalations.partial}</p>}
      </Panel>
    </>
  );
}
