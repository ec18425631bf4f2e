import type { ReactNode } from 'react';
import { Explain, type Meaning } from '../parts/Explain.js';
import { useSupport } from '../provider/support-context.js';
import { SortHeader } from '../tables/SortHeader.js';
import type { TeamRow, TeamSort } from './team-rows.js';
import type { TeamNumber } from './team-targets.js';
import { TeamLine } from './TeamLine.js';

export const teamColumns = ['name', 'attention', 'customers', 'open', 'breaches', 'escalations', 'csat'] as const;

interface TeamTableProps {
  rows: readonly TeamRow[];
  /** What each column means; absent where that is not known. */
  meanings: Record<TeamNumber, Meaning> | undefined;
  /** The period that was asked for. */
  period: string | undefined;
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
  /** Called instead of `onDrilldown` with a CSM; null: customers without one. */
  onSelectCsm: ((csmId: string | null) => void) | undefined;
}

/** A line for each CSM; where it is narrow, a card. */
export function TeamTable({ rows, meanings, period, sort, onSort, onSelectCsm }: TeamTableProps): ReactNode {
  const { team } = useSupport().messages;
  return (
    <table className="sw-table sw-team" aria-label={team.title}>
      <thead>
        <tr>
          {teamColumns.map((column) => (
            <SortHeader
              key={column}
              label={team.columns[column]}
              column={column}
              align={isNumber(column) ? 'end' : undefined}
              explanation={
                meanings && column !== 'name' && <Explain label={team.columns[column]} meaning={meanings[column]} />
              }
              direction={sort === column ? directions[column] : undefined}
              onSort={() => onSort(column)}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TeamLine key={row.csm_id ?? ''} row={row} period={period} onSelectCsm={onSelectCsm} />
        ))}
      </tbody>
    </table>
  );
}

const isNumber = (column: TeamSort): boolean => column !== 'name' && column !== 'attention';

const directions: Record<TeamSort, 'ascending' | 'descending'> = {
  name: 'ascending',
  attention: 'descending',
  customers: 'descending',
  open: 'descending',
  breaches: 'descending',
  escalations: 'descending',
  csat: 'ascending',
};
