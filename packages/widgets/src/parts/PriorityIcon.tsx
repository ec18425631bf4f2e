import type { TicketPriority } from '@cscx/support-core';
import type { ReactNode } from 'react';

const heights = [4, 7, 10, 13];
const levels: Record<TicketPriority, number> = { low: 1, medium: 2, high: 3, critical: 4 };

/** As many bars as the priority is high, beside its name. */
export function PriorityIcon({ priority }: { priority: TicketPriority }): ReactNode {
  return (
    <svg className="sw-priority" data-priority={priority} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {heights.map((height, index) => (
        <rect
          key={height}
          x={index * 4 + 0.5}
          y={15 - height}
          width="3"
          height={height}
          rx="1"
          className={index < levels[priority] ? 'sw-priority-on' : 'sw-priority-off'}
        />
      ))}
    </svg>
  );
}
