'use client';
export { AlertFeed, type AlertFeedProps } from './alerts/AlertFeed.js';
export { AlertFeedView, type AlertFeedViewProps } from './alerts/AlertFeedView.js';
export type { ChangeSide } from './categories/explain-change.js';
export { TopCategories, type TopCategoriesProps } from './categories/TopCategories.js';
export { TopCategoriesView, type TopCategoriesViewProps } from './categories/TopCategoriesView.js';
export { CsatTrend, type CsatTrendProps } from './csat/CsatTrend.js';
export { CsatTrendView, type CsatTrendViewProps } from './csat/CsatTrendView.js';
export { CustomerDetail, type CustomerDetailProps } from './customer/CustomerDetail.js';
export { CustomerDetailView, type CustomerDetailViewProps } from './customer/CustomerDetailView.js';
export type { AlertAction, AlertChange } from './alerts/alert-action.js';
export type { PeriodProps } from './data/use-period.js';
export { EscalationTimeline, type EscalationTimelineProps } from './escalations/EscalationTimeline.js';
export { EscalationTimelineView, type EscalationTimelineViewProps } from './escalations/EscalationTimelineView.js';
export type { Messages } from './messages/messages.js';
export { OpenTicketsTable, type OpenTicketsTableProps } from './open-tickets/OpenTicketsTable.js';
export { OpenTicketsTableView, type OpenTicketsTableViewProps } from './open-tickets/OpenTicketsTableView.js';
export { SupportOverview, type SupportOverviewProps } from './overview/SupportOverview.js';
export { SupportOverviewView, type SupportOverviewViewProps } from './overview/SupportOverviewView.js';
export type { WidgetElementProps } from './parts/Widget.js';
export type {
  CustomerEvents,
  DrilldownTarget,
  SupportAction,
  TicketFilter,
  WidgetEvents,
} from './provider/drilldown.js';
export type { AlertActionsProps, CustomerLinkProps, Slot, Slots, TicketLinkProps } from './provider/slots.js';
export type { WidgetErrorDetails, WidgetsClient } from './provider/support-context.js';
export { SupportProvider, type SupportProviderProps } from './provider/SupportProvider.js';
export { SlaPerformance, type SlaPerformanceProps } from './sla/SlaPerformance.js';
export { SlaPerformanceView, type SlaPerformanceViewProps } from './sla/SlaPerformanceView.js';
export { SyncStatus, type SyncStatusProps } from './sync/SyncStatus.js';
export { SyncStatusView, type SyncStatusViewProps } from './sync/SyncStatusView.js';
export { TeamOverview, type TeamOverviewProps } from './team/TeamOverview.js';
export { TeamOverviewView, type TeamOverviewViewProps } from './team/TeamOverviewView.js';
export type { Theme } from './theme/theme.js';
export type { CustomerChoice } from './unmatched/customer-choices.js';
export { UnmatchedTickets, type UnmatchedTicketsProps } from './unmatched/UnmatchedTickets.js';
export { UnmatchedTicketsView, type UnmatchedTicketsViewProps } from './unmatched/UnmatchedTicketsView.js';
export type { CustomerChoices } from './unmatched/use-customer-choices.js';
export type { ExpectedVolume, VolumeAnomaly } from './volume/expected-volume.js';
export { TicketVolumeTrend, type TicketVolumeTrendProps } from './volume/TicketVolumeTrend.js';
export { TicketVolumeTrendView, type TicketVolumeTrendViewProps } from './volume/TicketVolumeTrendView.js';
