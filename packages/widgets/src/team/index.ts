'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { TeamOverview, type TeamOverviewProps } from './TeamOverview.js';
export { TeamOverviewView, type TeamOverviewViewProps } from './TeamOverviewView.js';
