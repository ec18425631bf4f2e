import type { ReactNode } from 'react';
import { SkeletonTable } from '../tables/SkeletonTable.js';

const FIELDS = [220];
const COLUMNS = { name: 18, attention: 24, customers: 6, open: 6, breaches: 6, escalations: 6, csat: 12 };

/** In place of the heads of columns, five CSMs and their count. */
export const TeamSkeleton = (): ReactNode => (
  <SkeletonTable className="sw-table sw-team" fields={FIELDS} columns={COLUMNS} rows={5} />
);
