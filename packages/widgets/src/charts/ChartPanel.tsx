import { type ReactNode, useId, useState } from 'react';
import { englishChartTable } from '../messages/english-chart-table.js';
import { englishCharts } from '../messages/english-charts.js';
import { speaks } from '../messages/spoken-english.js';
import { Button } from '../parts/Button.js';
import { Explain, type Meaning } from '../parts/Explain.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useSupport } from '../provider/support-context.js';
import type { Chart } from './chart.js';
import { chartSummary } from './chart-words.js';
import { ChartTable } from './ChartTable.js';
import { Legend } from './Legend.js';
import { TimeChart } from './TimeChart.js';

speaks({ charts: englishCharts, ...englishChartTable });

interface ChartPanelProps {
  part: string;
  chart: Chart;
  /** What the numbers mean. */
  meaning?: Meaning | undefined;
  /** Why nothing is drawn, when nothing is. */
  empty: string;
  /** Opens what is behind a point. */
  onSelect?: ((index: number) => void) | undefined;
  /** Below the chart. */
  children?: ReactNode;
}

/** Numbers over time as a chart, or as the table of the same numbers. */
export function ChartPanel({ part, chart, meaning, empty, onSelect, children }: ChartPanelProps): ReactNode {
  const { messages } = useSupport();
  const [isTable, setIsTable] = useState(false);
  const hasValues = chart.series.some(({ values }) => values.some((value) => value !== null && value !== 0));
  const toggle = (
    <Button look="quiet" onClick={() => setIsTable(!isTable)}>
      {isTable ? messages.viewAsChart : messages.viewAsTable}
    </Button>
  );
  return (
    <Panel
      part={part}
      title={chart.label}
      explanation={meaning && <Explain label={chart.label} meaning={meaning} />}
      action={hasValues && toggle}
    >
      {!hasValues && <Notice icon="low" title={empty} />}
      {hasValues && isTable && <ChartTable chart={chart} />}
      {hasValues && !isTable && <ChartFigure chart={chart} onSelect={onSelect} />}
      {children}
    </Panel>
  );
}

function ChartFigure({ chart, onSelect }: Pick<ChartPanelProps, 'chart' | 'onSelect'>): ReactNode {
  const words = useSupport();
  const { charts } = words.messages;
  const summaryId = useId();
  return (
    <figure className="sw-figure" aria-label={chart.label} aria-describedby={summaryId}>
      <figcaption className="sw-figure-caption">
        <span className="sw-tally-note">{charts.since(chart.points[0]?.tick ?? '')}</span>
        <span className="sw-figure-latest">{chart.points.at(-1)?.title}</span>
        <Legend chart={chart} />
        <span className="sw-hidden" id={summaryId}>
          {chartSummary(chart, words)} {onSelect && charts.opens}
        </span>
      </figcaption>
      <TimeChart chart={chart} describedBy={summaryId} onSelect={onSelect} />
    </figure>
  );
}
