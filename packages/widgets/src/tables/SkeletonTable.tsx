import type { ReactNode } from 'react';
import { SkeletonPanel, SkeletonWords } from '../parts/Skeleton.js';

interface SkeletonGridProps {
  /** Of the table that it stands for. */
  className: string;
  rowClass?: string;
  /** Letters of each column. */
  columns: Readonly<Record<string, number>>;
  rows: number;
}

/** In place of a table's heads and rows. */
export function SkeletonGrid({ className, rowClass, columns, rows }: SkeletonGridProps): ReactNode {
  const line = (Cell: 'th' | 'td'): ReactNode =>
    Object.entries(columns).map(([column, letters]) => (
      <Cell key={column} data-column={column}>
        <SkeletonWords letters={Cell === 'td' ? letters : 6} />
      </Cell>
    ));
  return (
    <table className={className}>
      <thead>
        <tr>{line('th')}</tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row} className={rowClass}>
            {line('td')}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SkeletonTableProps extends SkeletonGridProps {
  /** What stands above the heads: pixels of each field. */
  fields: readonly number[];
}

/** In place of a table or its cards, their fields, heads and count: in the same boxes, so that nothing moves. */
export function SkeletonTable({ fields, ...grid }: SkeletonTableProps): ReactNode {
  return (
    <SkeletonPanel
      isFlush
      head={
        <div className={fields[1] ? 'sw-toolbar' : 'sw-toolbar sw-sort-choice'}>
          {fields.map((width) => (
            <svg key={width} width={width} height="30">
              <rect width="100%" height="100%" rx="8" />
            </svg>
          ))}
        </div>
      }
    >
      <div className="sw-grid-box">
        <SkeletonGrid {...grid} />
      </div>
      <div className="sw-footnote">
        <SkeletonWords letters={10} />
      </div>
    </SkeletonPanel>
  );
}
