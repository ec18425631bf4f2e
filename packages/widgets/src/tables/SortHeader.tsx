import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.js';

interface SortHeaderProps {
  label: string;
  column: string;
  /** Undefined: sorted by another column. */
  direction: 'ascending' | 'descending' | undefined;
  align?: 'end' | undefined;
  onSort: () => void;
}

/** Heads a column that the table can be sorted by; where lines are cards, and a choice sorts them, only names it. */
export function SortHeader({ label, column, direction, align, onSort }: SortHeaderProps): ReactNode {
  return (
    <th scope="col" data-column={column} data-align={align} aria-sort={direction}>
      <button type="button" className="sw-sort" data-direction={direction} onClick={onSort}>
        {label}
        <Icon name="chevron" />
      </button>
      <span className="sw-sort-plain">{label}</span>
    </th>
  );
}
