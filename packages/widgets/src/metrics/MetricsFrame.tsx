import { type ReactNode, useCallback } from 'react';
import { type PeriodProps, usePeriod } from '../data/use-period.js';
import { useResource } from '../data/use-resource.js';
import { createFormat } from '../format/create-format.js';
import { englishCharts } from '../messages/english-charts.js';
import { speaks } from '../messages/spoken-english.js';
import { Loaded } from '../parts/Loaded.js';
import { Notice } from '../parts/Notice.js';
import { PeriodSelect } from '../parts/PeriodSelect.js';
import { Skeleton } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { WidgetEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { MetricsSubtitle } from './MetricsSubtitle.js';
import { type About, type MetricsScope, ofCustomer, ofPortfolio, type ScopedMetrics } from './metrics-scope.js';

speaks({ charts: englishCharts });

/** Props that all widgets of metrics take. */
export interface MetricsWidgetProps
  extends MetricsScope, PeriodProps, WidgetElementProps, Pick<WidgetEvents, 'onDrilldown'> {}

interface MetricsFrameProps extends MetricsWidgetProps {
  part: string;
  title: string;
  /** The boxes that stand there while data is loaded. */
  skeleton: ReactNode;
  children: (metrics: ScopedMetrics, period: string, about: About) => ReactNode;
}

/** Loads the metrics of a customer or of a portfolio, in one request, and frames what is drawn from them. */
export function MetricsFrame({
  part,
  title,
  skeleton,
  customerId,
  csmId,
  className,
  children,
  ...props
}: MetricsFrameProps): ReactNode {
  const { client, locale, timeZone, messages } = useSupport();
  const { period, choosePeriod } = usePeriod(props);
  const load = useCallback(
    async (signal: AbortSignal): Promise<ScopedMetrics> => {
      const asked = { period, timezone: timeZone };
      return customerId === undefined
        ? ofPortfolio(await client.getPortfolio({ ...asked, csm_id: csmId, limit: 1 }, { signal }))
        : ofCustomer(await client.getCustomerMetrics({ ...asked, customerId }, { signal }));
    },
    [client, customerId, csmId, period, timeZone],
  );
  const metrics = useResource(`${customerId ?? ''} ${csmId ?? ''}`, load);
  const isReady = metrics.state === 'ready';
  const isUnknown = metrics.state === 'error' && metrics.error.code === 'not_found';

  return (
    <Widget
      part={part}
      subject={customerId ?? csmId}
      className={className}
      title={title}
      subtitle={isReady && <MetricsSubtitle metrics={metrics.data} />}
      controls={<PeriodSelect period={period} onChoose={choosePeriod} />}
      isBusy={metrics.state === 'loading' || (isReady && metrics.isRefreshing)}
    >
      {isUnknown ? (
        <Notice icon="low" title={messages.charts.unknown} hint={messages.charts.unknownHint} isAlert />
      ) : (
        <Loaded resource={metrics} skeleton={<Skeleton label={title}>{skeleton}</Skeleton>}>
          {(data) => children(data, period, aboutOf(data, locale))}
        </Loaded>
      )}
    </Widget>
  );
}

const aboutOf = ({ range, data_as_of }: ScopedMetrics, locale: string): About => ({
  period: createFormat(locale, range.timezone).dateRange(range.start, range.end),
  asOf: data_as_of,
});
