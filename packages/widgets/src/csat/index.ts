'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { CsatTrend, type CsatTrendProps } from './CsatTrend.js';
export { CsatTrendView, type CsatTrendViewProps } from './CsatTrendView.js';
