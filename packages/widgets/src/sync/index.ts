'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { SyncStatus, type SyncStatusProps } from './SyncStatus.js';
export { SyncStatusView, type SyncStatusViewProps } from './SyncStatusView.js';
