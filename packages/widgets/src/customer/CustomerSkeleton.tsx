import type { ReactNode } from 'react';
import { SkeletonAlerts } from '../alerts/SkeletonAlerts.js';
import { SkeletonChart } from '../charts/SkeletonChart.js';
import { Skeleton, SkeletonPanel, SkeletonRows, SkeletonStats, SkeletonWords } from '../parts/Skeleton.js';
import { useSupport } from '../provider/support-context.js';

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
        <table className="sw-table sw-tickets">
          <thead>
            <Line of="th" />
          </thead>
          <tbody>
            {Array.from({ length: 12 }, (_, row) => (
              <Line key={row} of="td" />
            ))}
          </tbody>
        </table>
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

/** Heads of columns, or a ticket. */
function Line({ of: Cell }: { of: 'th' | 'td' }): ReactNode {
  return (
    <tr>
      {Object.entries(columns).map(([column, letters]) => (
        <Cell key={column} data-column={column}>
          <SkeletonWords letters={Cell === 'td' ? letters : 6} />
        </Cell>
      ))}
    </tr>
  );
}
