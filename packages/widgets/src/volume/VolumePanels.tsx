import type { TrendData } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { ChartPanel } from '../charts/ChartPanel.js';
import { createFormat } from '../format/create-format.js';
import type { About } from '../metrics/metrics-scope.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import type { ExpectedVolume, VolumeAnomaly } from './expected-volume.js';
import { trendChart } from './trend-chart.js';

/** What {@link TicketVolumeTrendView} draws. */
export interface VolumeData {
  trends: readonly TrendData[];
  /** Zone in which the buckets were cut. */
  timezone: string;
  /** Drawn as a band, where known. */
  expected?: readonly ExpectedVolume[] | undefined;
  /** Marked, where known. */
  anomalies?: readonly VolumeAnomaly[] | undefined;
  /** Period and freshness; with it, each number says what it means. */
  about?: About | undefined;
  /** Makes each bucket lead somewhere. */
  onSelectBucket?: ((bucket: TrendData) => void) | undefined;
}

/** Ticket volume over time. */
export function VolumePanels(props: VolumeData): ReactNode {
  const { trends, timezone, expected = [], anomalies = [], about, onSelectBucket } = props;
  const words = useSupport();
  const now = useNow();
  const zoned = createFormat(words.locale, timezone);
  const select = (index: number): void => {
    const bucket = trends[index];
    if (bucket) onSelectBucket?.(bucket);
  };
  return (
    <ChartPanel
      part="volume"
      chart={trendChart(trends, { expected, anomalies }, words, zoned, now)}
      meaning={
        about && { ...about, definition: words.messages.volume.meaning, period: words.messages.charts.sincePeriod }
      }
      empty={words.messages.volume.none}
      onSelect={onSelectBucket && select}
    />
  );
}
