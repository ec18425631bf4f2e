import type { ReactNode } from 'react';
import { SkeletonChart } from '../charts/SkeletonChart.js';
import { SkeletonBar, SkeletonPanel, SkeletonWords } from '../parts/Skeleton.js';

/** In place of both clocks, and how they went. */
export const SlaSkeleton = (): ReactNode => (
  <>
    <div className="sw-halves">
      <SkeletonClock />
      <SkeletonClock />
    </div>
    <SkeletonChart />
  </>
);

const SkeletonClock = (): ReactNode => (
  <SkeletonPanel>
    <div className="sw-headline">
      <div className="sw-stat-value">
        <SkeletonWords letters={4} />
      </div>
    </div>
    <SkeletonBar className="sw-bar-track" height={14} />
    <SkeletonTally />
    <SkeletonTally />
  </SkeletonPanel>
);

const SkeletonTally = (): ReactNode => (
  <div className="sw-tally">
    {[1, 2, 3, 4].map((fact) => (
      <div key={fact}>
        <SkeletonWords letters={8} />
        <SkeletonWords letters={4} />
      </div>
    ))}
  </div>
);
