import type { SlaMetric, SlaStatus, SlaSummary, TrendData } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { ChartPanel } from '../charts/ChartPanel.js';
import { createFormat } from '../format/create-format.js';
import { englishTickets } from '../messages/english-tickets.js';
import { englishSla } from '../messages/english-sla.js';
import { speaks } from '../messages/spoken-english.js';
import type { About } from '../metrics/metrics-scope.js';
import { Notice } from '../parts/Notice.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { slaClocks } from './sla-clocks.js';
import { slaTrendChart } from './sla-trend-chart.js';
import { SlaClockPanel } from './SlaClockPanel.js';

speaks({ sla: englishSla, ...englishTickets });

/** What {@link SlaPerformanceView} draws. */
export interface SlaData {
  sla: SlaSummary;
  trends: readonly TrendData[];
  /** Zone in which the trends were cut. */
  timezone: string;
  /** Period and freshness; with it, each number says what it means. */
  about?: About | undefined;
  /** Makes each count lead somewhere. */
  onSelectCount?: ((metric: SlaMetric, statuses: readonly SlaStatus[]) => void) | undefined;
}

/** Both clocks side by side, and how they went. */
export function SlaPanels({ sla, trends, timezone, about, onSelectCount }: SlaData): ReactNode {
  const words = useSupport();
  const now = useNow();
  const { messages } = words;
  const clocks = slaClocks(sla, words);
  const chart = slaTrendChart(trends, sla.target_pct, words, createFormat(words.locale, timezone), now);

  const isSilent = clocks.every(({ shares }) =>
    shares.every(({ id, count }) => id === 'not_applicable' || count === 0),
  );
  if (isSilent && trends.every(({ first_response_met_pct: a, resolution_met_pct: b }) => a === null && b === null)) {
    return <Notice icon="low" title={messages.sla.empty} hint={messages.sla.emptyHint} />;
  }
  return (
    <>
      <div className="sw-halves">
        {clocks.map((clock) => (
          <SlaClockPanel
            key={clock.metric}
            clock={clock}
            targetPct={sla.target_pct}
            about={about}
            onSelect={onSelectCount && (({ statuses }) => onSelectCount(clock.metric, statuses))}
          />
        ))}
      </div>
      <ChartPanel
        part="sla-trend"
        chart={chart}
        meaning={about && { ...about, definition: messages.sla.meanings.overTime, period: messages.charts.sincePeriod }}
        empty={messages.sla.overTimeNone}
      />
    </>
  );
}
