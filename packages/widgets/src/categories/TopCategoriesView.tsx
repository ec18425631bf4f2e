import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type CategoryData, CategoryPanels } from './CategoryPanels.js';

/** Props of {@link TopCategoriesView}. */
export interface TopCategoriesViewProps extends CategoryData, WidgetElementProps {}

/**
 * What tickets are about, drawn from data at hand; with the period before it also says what drove the difference.
 *
 * @example
 * <TopCategoriesView current={november.customer.tickets} previous={october.customer.tickets} />
 */
export function TopCategoriesView({ className, ...data }: TopCategoriesViewProps): ReactNode {
  const { categories } = useSupport().messages;
  return (
    <Widget part="top-categories" className={className} title={categories.title}>
      <CategoryPanels {...data} />
    </Widget>
  );
}
