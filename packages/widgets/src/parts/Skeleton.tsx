import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';

interface SkeletonProps {
  /** What is being loaded, for those who do not see it. */
  label: string;
  /** The boxes that the data will fill. */
  children: ReactNode;
}

/** Stands where the data will be, in its size, until it is there. */
export function Skeleton({ label, children }: SkeletonProps): ReactNode {
  const { messages } = useSupport();
  return (
    <div className="sw-skeleton">
      <p role="status" className="sw-hidden">
        {messages.loading(label)}
      </p>
      {children}
    </div>
  );
}

/** In place of three numbers. */
export function SkeletonStats(): ReactNode {
  return (
    <div className="sw-stats" aria-hidden="true">
      {[1, 2, 3].map((stat) => (
        <div key={stat} className="sw-stat">
          <svg className="sw-skeleton-lines sw-skeleton-stat">
            <rect y="2" width="88" height="10" rx="5" />
            <rect y="26" width="56" height="22" rx="6" />
            <rect y="64" width="120" height="10" rx="5" />
          </svg>
        </div>
      ))}
    </div>
  );
}

const ROW_HEIGHT = 44;

/** In place of a panel with so many rows. */
export function SkeletonPanel({ rows }: { rows: number }): ReactNode {
  const lines = Array.from({ length: rows }, (_, index) => 38 + (index + 0.5) * ROW_HEIGHT);
  return (
    <div className="sw-panel" aria-hidden="true">
      <svg className="sw-skeleton-lines" height={38 + rows * ROW_HEIGHT}>
        <rect y="10" width="140" height="10" rx="5" />
        {lines.map((y) => (
          <rect key={y} y={y - 5} width="70%" height="10" rx="5" />
        ))}
      </svg>
    </div>
  );
}
