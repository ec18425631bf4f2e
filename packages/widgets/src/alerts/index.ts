'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { AlertFeed, type AlertFeedProps } from './AlertFeed.js';
export { AlertFeedView, type AlertFeedViewProps } from './AlertFeedView.js';
