import type { ReactElement } from 'react';
import * as exported from '../index.js';

const { AlertFeed, CsatTrend, CustomerDetail, EscalationTimeline, OpenTicketsTable, SlaPerformance } = exported;
const { SupportOverview, SyncStatus, TeamOverview, TicketVolumeTrend, TopCategories, UnmatchedTickets } = exported;

type WidgetName = Exclude<keyof typeof exported, `${string}View` | 'SupportProvider'>;

/** One of each that the package exports; the type asks for the next one. */
export const everyWidget: Readonly<Record<WidgetName, ReactElement>> = {
  AlertFeed: <AlertFeed />,
  CsatTrend: <CsatTrend customerId="acme" />,
  CustomerDetail: <CustomerDetail customerId="acme" />,
  EscalationTimeline: <EscalationTimeline customerId="acme" />,
  OpenTicketsTable: <OpenTicketsTable customerId="acme" />,
  SlaPerformance: <SlaPerformance customerId="acme" />,
  SupportOverview: <SupportOverview />,
  SyncStatus: <SyncStatus />,
  TeamOverview: <TeamOverview />,
  TicketVolumeTrend: <TicketVolumeTrend customerId="acme" />,
  TopCategories: <TopCategories customerId="acme" />,
  UnmatchedTickets: <UnmatchedTickets />,
};
