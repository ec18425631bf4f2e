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
    <SkeletonTally facts={[1, 2, 3, 4]} />
    <div className="sw-tally-head">
      <SkeletonWords letters={20} />
    </div>
    <SkeletonTally facts={[1, 2, 3]} />
  </SkeletonPanel>
);

const SkeletonTally = ({ facts }: { facts: readonly number[] }): ReactNode => (
  <div className="sw-tally">
    {facts.map((fact) => (
      <div key={fact}>
        <SkeletonWords letters={6} />
        <SkeletonWords letters={4} />
      </div>
    ))}
  </div>
);
