'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { SlaPerformance, type SlaPerformanceProps } from './SlaPerformance.js';
export { SlaPerformanceView, type SlaPerformanceViewProps } from './SlaPerformanceView.js';
