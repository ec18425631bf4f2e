import type { ReactNode } from 'react';
import { SkeletonPanel, SkeletonWords } from '../parts/Skeleton.js';

interface SkeletonAlertsProps {
  rows: number;
  /** How they look. */
  className?: string;
  /** Letters of the text of what else looks like an alert. */
  text?: number;
}

/** In place of a panel of so many alerts, in the same boxes. */
export const SkeletonAlerts = ({ rows, className, text = 40 }: SkeletonAlertsProps): ReactNode => (
  <SkeletonPanel isFlush>
    <div className={className}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="sw-alert">
          {/* Letters of each part; the text wraps where the usual one does. */}
          {Object.entries({ title: 24, time: 6, meta: 18, text, actions: 24 }).map(([part, count]) => (
            <div key={part} className={`sw-alert-${part}`}>
              <SkeletonWords letters={count} />
            </div>
          ))}
        </div>
      ))}
    </div>
  </SkeletonPanel>
);
