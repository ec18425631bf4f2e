'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export type { CustomerChoice } from './customer-choices.js';
export { UnmatchedTickets, type UnmatchedTicketsProps } from './UnmatchedTickets.js';
export { UnmatchedTicketsView, type UnmatchedTicketsViewProps } from './UnmatchedTicketsView.js';
export type { CustomerChoices } from './use-customer-choices.js';
