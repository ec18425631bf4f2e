'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { SupportOverview, type SupportOverviewProps } from './SupportOverview.js';
export { SupportOverviewView, type SupportOverviewViewProps } from './SupportOverviewView.js';
