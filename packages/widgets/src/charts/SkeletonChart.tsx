import type { ReactNode } from 'react';
import { SkeletonBar, SkeletonPanel, SkeletonWords } from '../parts/Skeleton.js';
import { CHART_HEIGHT } from './chart.js';

/** In place of a panel with a chart. */
export const SkeletonChart = (): ReactNode => (
  <SkeletonPanel>
    <div className="sw-figure-caption">
      <SkeletonWords letters={96} />
    </div>
    <SkeletonBar className="sw-chart-plot" height={CHART_HEIGHT} />
  </SkeletonPanel>
);
