'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { AlertFeed, type AlertFeedProps } from './AlertFeed.js';
