import type { CustomerMetrics } from '@cscx/support-client';
import type { SupportTicket } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { BarList } from '../charts/BarList.js';
import { ChartPanel } from '../charts/ChartPanel.js';
import { volumeChart } from '../charts/volume-chart.js';
import type { Pages } from '../data/use-pages.js';
import { createFormat } from '../format/create-format.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Stats } from '../parts/Stats.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { AlertsPanel } from './AlertsPanel.js';
import { categoryRows } from './category-rows.js';
import { customerMeanings } from './customer-meanings.js';
import { customerStats } from './customer-stats.js';
import { TicketsPanel } from './TicketsPanel.js';

interface CustomerViewProps {
  metrics: CustomerMetrics;
  tickets: Pages<SupportTicket>;
}

/** A customer as drawn from data at hand. */
export function CustomerView({ metrics: { customer, trends, alerts }, tickets }: CustomerViewProps): ReactNode {
  const words = useSupport();
  const now = useNow();
  const categories = categoryRows(customer.tickets.by_category, words);
  const zoned = createFormat(words.locale, customer.period_range.timezone);
  return (
    <>
      <Stats stats={customerStats(customer, customerMeanings(customer, words), words)} />
      {alerts.length > 0 && <AlertsPanel alerts={alerts} now={now} />}
      <TicketsPanel tickets={tickets} />
      <div className="sw-columns">
        <ChartPanel part="volume" chart={volumeChart(trends, words, zoned, now)} empty={words.messages.volume.none} />
        <Panel part="categories" title={words.messages.customer.categories}>
          {categories.length > 0 ? (
            <BarList rows={categories} isCompact />
          ) : (
            <Notice icon="low" title={words.messages.customer.categoriesNone} />
          )}
        </Panel>
      </div>
    </>
  );
}
