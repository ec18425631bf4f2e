import type { ReactNode } from 'react';
import { SkeletonPanel, SkeletonRows, SkeletonWords } from '../parts/Skeleton.js';

/** Widths of the fields above the table. */
const FIELDS = [280, 160, 100, 120];

/** In place of the fields, the heads of columns, a dozen tickets and their count. */
export const TicketsSkeleton = (): ReactNode => (
  <SkeletonPanel
    isFlush
    head={
      <div className="sw-toolbar">
        {FIELDS.map((width) => (
          <svg key={width} width={width} height="30">
            <rect width="100%" height="100%" rx="8" />
          </svg>
        ))}
      </div>
    }
  >
    <div className="sw-skeleton-grid">
      <SkeletonRows rows={13} row="sw-skeleton-ticket" lines={[40]} />
    </div>
    <div className="sw-footnote">
      <SkeletonWords letters={10} />
    </div>
  </SkeletonPanel>
);
