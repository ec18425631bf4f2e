'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export type { ExpectedVolume, VolumeAnomaly } from './expected-volume.js';
export { TicketVolumeTrend, type TicketVolumeTrendProps } from './TicketVolumeTrend.js';
export { TicketVolumeTrendView, type TicketVolumeTrendViewProps } from './TicketVolumeTrendView.js';
