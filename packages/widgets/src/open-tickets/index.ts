'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export { OpenTicketsTable, type OpenTicketsTableProps } from './OpenTicketsTable.js';
export { OpenTicketsTableView, type OpenTicketsTableViewProps } from './OpenTicketsTableView.js';
