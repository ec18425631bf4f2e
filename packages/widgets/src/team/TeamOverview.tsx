import type { CustomerSupportSummary, PortfolioSupportSummary } from '@cscx/support-core';
import { type ReactNode, useCallback } from 'react';
import { type PeriodProps, usePeriod } from '../data/use-period.js';
import { createFormat } from '../format/create-format.js';
import { Freshness } from '../parts/Freshness.js';
import { Loaded } from '../parts/Loaded.js';
import { PeriodSelect } from '../parts/PeriodSelect.js';
import { Skeleton } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { CustomerEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { type PageWith, useAllPages } from '../tables/use-all-pages.js';
import { type TeamData, TeamPanels } from './TeamPanels.js';
import { TeamSkeleton } from './TeamSkeleton.js';

/** Props of {@link TeamOverview}. */
export interface TeamOverviewProps
  extends PeriodProps, WidgetElementProps, CustomerEvents, Pick<TeamData, 'csmNames' | 'onSelectCsm'> {}

const PAGE_SIZE = 500;
const MOST_CUSTOMERS = 10_000;

/**
 * A manager's view: for each CSM how many customers there are, how many need attention and which most of all, open
 * tickets, missed SLAs, escalations and satisfaction; each number says what it means, and leads to the tickets or customers
 * behind it. Makes one request, and one more for every 500 customers.
 *
 * @example
 * <TeamOverview csmNames={{ dana: 'Dana Scully' }} onSelectCsm={(id) => navigate(`/team/${id}`)} />
 */
export function TeamOverview(props: TeamOverviewProps): ReactNode {
  const { csmNames, onSelectCsm, period: fixedPeriod, defaultPeriod, onPeriodChange, ...element } = props;
  const { client, timeZone, messages } = useSupport();
  const { team } = messages;
  const { period, choosePeriod } = usePeriod({ period: fixedPeriod, defaultPeriod, onPeriodChange });
  const loadPage = useCallback(
    async (
      cursor: string | undefined,
      signal: AbortSignal,
    ): Promise<PageWith<CustomerSupportSummary, PortfolioSupportSummary>> => {
      const page = await client.getPortfolio({ period, timezone: timeZone, cursor, limit: PAGE_SIZE }, { signal });
      return { items: page.customers, next_cursor: page.next_cursor, extra: page.summary };
    },
    [client, period, timeZone],
  );
  const resource = useAllPages('team', loadPage, MOST_CUSTOMERS);
  const isReady = resource.state === 'ready';

  return (
    <Widget
      part="team-overview"
      {...element}
      title={team.title}
      subtitle={isReady && <Subtitle summary={resource.data.extra} />}
      controls={<PeriodSelect period={period} onChoose={choosePeriod} />}
      isBusy={resource.state === 'loading' || (isReady && (resource.isRefreshing || resource.data.isLoading))}
    >
      <Loaded
        resource={resource}
        skeleton={
          <Skeleton label={team.title}>
            <TeamSkeleton />
          </Skeleton>
        }
      >
        {({ items, extra, isLoading, isCut }) => (
          <TeamPanels
            customers={items}
            isLoading={isLoading}
            isCut={isCut}
            about={extra}
            csmNames={csmNames}
            onSelectCsm={onSelectCsm}
          />
        )}
      </Loaded>
    </Widget>
  );
}

function Subtitle({ summary: { period_range, data_as_of } }: { summary: PortfolioSupportSummary }): ReactNode {
  const { locale } = useSupport();
  const { start, end, timezone } = period_range;
  return (
    <>
      <span>{createFormat(locale, timezone).dateRange(start, end)}</span>
      <Freshness asOf={data_as_of} />
    </>
  );
}
