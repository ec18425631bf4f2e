'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { SupportOverview, type SupportOverviewProps } from './SupportOverview.js';
