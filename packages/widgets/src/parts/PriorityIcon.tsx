import type { TicketPriority } from '@cscx/support-core';
import type { ReactNode } from 'react';

const heights = [4, 7, 10, 13];
const levels: Record<TicketPriority, number> = { low: 1, medium: 2, high: 3, critical: 4 };

/** Three pixels wide, with round corners; all bars stand on one line. */
const bar = (height: number, index: number): string =>
  `M${4 * index + 0.5} ${16 - height}a1 1 0 0 1 1-1h1a1 1 0 0 1 1 1v${height - 2}a1 1 0 0 1-1 1h-1a1 1 0 0 1-1-1z`;

const bars = heights.map(bar);

/** As many bars as the priority is high, beside its name. */
export function PriorityIcon({ priority }: { priority: TicketPriority }): ReactNode {
  const level = levels[priority];
  return (
    <svg className="sw-priority" data-priority={priority} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path className="sw-priority-on" d={bars.slice(0, level).join('')} />
      {level < bars.length && <path className="sw-priority-off" d={bars.slice(level).join('')} />}
    </svg>
  );
}
