import type { ReactNode } from 'react';
import { MetricsFrame, type MetricsWidgetProps } from '../metrics/MetricsFrame.js';
import { SkeletonBar, SkeletonPanel, SkeletonRows } from '../parts/Skeleton.js';
import { useSupport } from '../provider/support-context.js';
import { CategoryPanels } from './CategoryPanels.js';
import { sideBefore } from './explain-change.js';

/** Props of {@link TopCategories}. */
export interface TopCategoriesProps extends Omit<MetricsWidgetProps, 'csmId' | 'customerId'> {
  /** The customer's id in the host product. */
  customerId: string;
}

/**
 * What a customer's tickets of a period are about, most frequent first, and what drove the difference to the period
 * before. Makes one request.
 *
 * @example
 * <TopCategories customerId="acme" onDrilldown={(target) => openTickets(target)} />
 */
export function TopCategories(props: TopCategoriesProps): ReactNode {
  const { messages, ...support } = useSupport();
  const { customerId, onDrilldown = support.onDrilldown } = props;
  return (
    <MetricsFrame {...props} part="top-categories" title={messages.categories.title} skeleton={<CategoriesSkeleton />}>
      {({ customer }, period, about) =>
        customer && (
          <CategoryPanels
            current={customer.customer.tickets}
            previous={sideBefore(customer.customer.tickets)}
            about={about}
            onSelectCategory={
              onDrilldown &&
              ((category) => onDrilldown({ type: 'tickets', customer_id: customerId, period, filter: { category } }))
            }
          />
        )
      }
    </MetricsFrame>
  );
}

const CategoriesSkeleton = (): ReactNode => (
  <div className="sw-columns">
    <SkeletonPanel>
      <SkeletonRows rows={7} row="sw-topic" lines={[20]} bar={<SkeletonBar className="sw-topic-bars" height={19} />} />
    </SkeletonPanel>
    <SkeletonPanel>
      <SkeletonRows rows={10} row="sw-driver" lines={[24]} />
    </SkeletonPanel>
  </div>
);
