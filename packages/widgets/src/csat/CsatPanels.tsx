import type { CsatSummary, SupportTicket, TrendData } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { BarList } from '../charts/BarList.js';
import { ChartPanel } from '../charts/ChartPanel.js';
import { createFormat } from '../format/create-format.js';
import { englishCsat } from '../messages/english-csat.js';
import { speaks } from '../messages/spoken-english.js';
import type { About } from '../metrics/metrics-scope.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Stats } from '../parts/Stats.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { CommentsPanel } from './CommentsPanel.js';
import { commentRows } from './comment-rows.js';
import { csatChart } from './csat-chart.js';
import { csatStats } from './csat-stats.js';
import { distributionRows } from './distribution-rows.js';

speaks({ csat: englishCsat });

/** What {@link CsatTrendView} draws. */
export interface CsatData {
  trends: readonly TrendData[];
  /** Zone in which the trends were cut. */
  timezone: string;
  /** The score to reach, where there is one: a line across. */
  target?: number | undefined;
  /** Ratings of the period; absent where only their course is known. */
  satisfaction?: CsatSummary | undefined;
  /** Their comments are listed, with scores. Absent where tickets are not known. */
  tickets?: readonly SupportTicket[] | undefined;
  /** Period and freshness; with it, each number says what it means. */
  about?: About | undefined;
  /** Makes the ratings lead somewhere. */
  onSelectRatings?: (() => void) | undefined;
}

/** How satisfied customers were: the course, how scores spread, and what was written. */
export function CsatPanels(props: CsatData): ReactNode {
  const { trends, timezone, target, satisfaction, tickets, about, onSelectRatings } = props;
  const words = useSupport();
  const now = useNow();
  const { csat, seeTickets } = words.messages;
  const chart = csatChart(trends, target, words, createFormat(words.locale, timezone), now);
  const rows = satisfaction ? distributionRows(satisfaction.distribution, words) : [];

  if (rows.length === 0 && trends.every(({ csat_responses }) => csat_responses === 0)) {
    return <Notice icon="low" title={csat.none} hint={csat.noneHint} />;
  }
  return (
    <>
      {satisfaction && <Stats stats={csatStats(satisfaction, about, words)} />}
      <div className={satisfaction ? 'sw-columns' : undefined}>
        <ChartPanel
          part="csat-trend"
          chart={chart}
          meaning={about && { ...about, definition: csat.meanings.overTime, period: words.messages.charts.sincePeriod }}
          empty={csat.none}
        />
        {satisfaction && (
          <Panel
            part="csat-distribution"
            title={csat.distribution}
            action={
              onSelectRatings &&
              rows.length > 0 && (
                <Button look="quiet" onClick={onSelectRatings}>
                  {seeTickets}
                </Button>
              )
            }
          >
            {rows.length > 0 ? <BarList rows={rows} isCompact /> : <Notice icon="low" title={csat.noneInPeriod} />}
            {satisfaction.scales.length > 1 && <p className="sw-tally-note">{csat.mixed}</p>}
          </Panel>
        )}
      </div>
      {tickets && <CommentsPanel rows={commentRows(tickets, words)} />}
    </>
  );
}
