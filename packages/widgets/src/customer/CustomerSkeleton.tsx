import type { ReactNode } from 'react';
import { SkeletonAlerts } from '../alerts/SkeletonAlerts.js';
import { SkeletonChart } from '../charts/SkeletonChart.js';
import { Skeleton, SkeletonPanel, SkeletonRows, SkeletonStats } from '../parts/Skeleton.js';
import { useSupport } from '../provider/support-context.js';
import { SkeletonGrid } from '../tables/SkeletonTable.js';

/** Letters of each column. */
const columns = { id: 6, subject: 30, priority: 6, status: 6, age: 3, sla: 12 };

/** In place of a customer, while nothing is known yet. */
export function CustomerSkeleton(): ReactNode {
  const { messages } = useSupport();
  return (
    <Skeleton label={messages.customer.title}>
      <SkeletonStats />
      <SkeletonAlerts rows={2} className="sw-brief" />
      <SkeletonPanel isFlush>
        <SkeletonGrid className="sw-table sw-tickets" columns={columns} rows={12} />
      </SkeletonPanel>
      <div className="sw-columns">
        <SkeletonChart />
        <SkeletonPanel>
          <SkeletonRows rows={7} row="sw-driver" lines={[24]} />
        </SkeletonPanel>
      </div>
    </Skeleton>
  );
}
