import type { CustomerMetrics } from '@cscx/support-client';
import type { SupportTicket } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { ChartPanel } from '../charts/ChartPanel.js';
import { volumeChart } from '../charts/volume-chart.js';
import type { AlertActions } from '../data/use-alert-actions.js';
import type { Pages } from '../data/use-pages.js';
import { createFormat } from '../format/create-format.js';
import { englishCustomer } from '../messages/english-customer.js';
import { englishTickets } from '../messages/english-tickets.js';
import { speaks } from '../messages/spoken-english.js';
import { Notice } from '../parts/Notice.js';
import { Stats } from '../parts/Stats.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { AlertsPanel } from './AlertsPanel.js';
import { CategoriesPanel } from './CategoriesPanel.js';
import { customerMeanings } from './customer-meanings.js';
import { customerStats } from './customer-stats.js';
import { TicketsPanel } from './TicketsPanel.js';

speaks({ customer: englishCustomer, ...englishTickets });

interface CustomerPanelsProps {
  metrics: CustomerMetrics;
  tickets: Pages<SupportTicket>;
  /** What can be done about alerts; nothing when absent. */
  actions: AlertActions | undefined;
}

/** A customer, drawn from data at hand. */
export function CustomerPanels({ metrics, tickets, actions }: CustomerPanelsProps): ReactNode {
  const { customer, trends, alerts } = metrics;
  const words = useSupport();
  const now = useNow();
  const { messages } = words;
  if (isEmpty(metrics)) return <Notice icon="low" title={messages.customer.empty} hint={messages.customer.emptyHint} />;

  const zoned = createFormat(words.locale, customer.period_range.timezone);
  const meanings = customerMeanings(customer, words);
  return (
    <>
      <Stats stats={customerStats(customer, meanings, words)} />
      {alerts.length > 0 && (
        <AlertsPanel alerts={alerts} now={now} actions={actions} customerId={customer.customer_id} />
      )}
      <TicketsPanel tickets={tickets} />
      <div className="sw-columns">
        <ChartPanel part="volume" chart={volumeChart(trends, words, zoned, now)} empty={messages.volume.none} />
        <CategoriesPanel tickets={customer.tickets} meaning={meanings.categories} />
      </div>
    </>
  );
}

const isEmpty = ({ tickets, trends }: CustomerMetrics): boolean =>
  tickets.length === 0 && trends.every(({ created, open_at_end }) => created === 0 && open_at_end === 0);
