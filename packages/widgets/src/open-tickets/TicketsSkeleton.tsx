import type { ReactNode } from 'react';
import { SkeletonTable } from '../tables/SkeletonTable.js';

const FIELDS = [352, 158, 116, 140];
const COLUMNS = { id: 6, subject: 24, priority: 6, status: 6, age: 3, sla: 12 };

/** In place of the fields, the heads of columns, a dozen tickets and their count. */
export const TicketsSkeleton = (): ReactNode => (
  <SkeletonTable
    className="sw-table sw-tickets sw-grid"
    rowClass="sw-grid-row"
    fields={FIELDS}
    columns={COLUMNS}
    rows={12}
  />
);
