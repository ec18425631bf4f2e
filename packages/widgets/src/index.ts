'use client';
export { AlertFeed, type AlertFeedProps } from './alerts/AlertFeed.js';
export { CustomerDetail, type CustomerDetailProps } from './customer/CustomerDetail.js';
export type { PeriodProps } from './data/use-period.js';
export { SupportOverview, type SupportOverviewProps } from './overview/SupportOverview.js';
export type { WidgetElementProps } from './parts/Widget.js';
export { SupportProvider, type SupportProviderProps } from './provider/SupportProvider.js';
export type { Theme } from './theme/theme.js';
