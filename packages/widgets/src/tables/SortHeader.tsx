import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.js';

interface SortHeaderProps {
  label: string;
  column: string;
  /** Undefined: sorted by another column. */
  direction: 'ascending' | 'descending' | undefined;
  align?: 'end' | undefined;
  /** Beside the label: what the numbers mean. */
  explanation?: ReactNode;
  onSort: () => void;
}

/** Heads a column that the table can be sorted by; where lines are cards, and a choice sorts them, only names it. */
export function SortHeader({ label, column, direction, align, explanation, onSort }: SortHeaderProps): ReactNode {
  return (
    <th
      scope="col"
      data-column={column}
      data-align={align}
      aria-sort={direction}
      // Cells are read with the name of their column: without the explanation.
      aria-label={explanation ? label : undefined}
    >
      <button type="button" className="sw-sort" data-direction={direction} onClick={onSort}>
        {label}
        <Icon name="chevron" />
      </button>
      <span className="sw-sort-plain">{label}</span>
      {explanation}
    </th>
  );
}
