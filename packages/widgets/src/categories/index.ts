'use client';
export { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
export type { ChangeSide } from './explain-change.js';
export { TopCategories, type TopCategoriesProps } from './TopCategories.js';
export { TopCategoriesView, type TopCategoriesViewProps } from './TopCategoriesView.js';
