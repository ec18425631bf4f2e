import type { ReactNode } from 'react';
import { MetricsFrame, type MetricsWidgetProps } from '../metrics/MetricsFrame.js';
import { SkeletonBar, SkeletonPanel, SkeletonRows, SkeletonWords } from '../parts/Skeleton.js';
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
      <div className="sw-topics" data-compared="true">
        <SkeletonRows
          rows={7}
          row="sw-topic"
          lines={[12]}
          bar={
            <>
              <div className="sw-topic-value">
                <SkeletonWords letters={6} />
              </div>
              <SkeletonBar className="sw-topic-bars" height={16} />
            </>
          }
        />
      </div>
    </SkeletonPanel>
    <SkeletonPanel>
      <SkeletonWords letters={24} />
      <SkeletonDrivers rows={5} />
      <SkeletonDrivers rows={4} />
    </SkeletonPanel>
  </div>
);

const SkeletonDrivers = ({ rows }: { rows: number }): ReactNode => (
  <div className="sw-drivers">
    <SkeletonRows
      rows={rows}
      row="sw-driver"
      lines={[18]}
      bar={
        <div className="sw-tally-note">
          <SkeletonWords letters={6} />
        </div>
      }
    />
  </div>
);
