'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { CustomerDetail, type CustomerDetailProps } from './CustomerDetail.js';
export { CustomerDetailView, type CustomerDetailViewProps } from './CustomerDetailView.js';
