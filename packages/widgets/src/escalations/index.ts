'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { EscalationTimeline, type EscalationTimelineProps } from './EscalationTimeline.js';
export { EscalationTimelineView, type EscalationTimelineViewProps } from './EscalationTimelineView.js';
