import type { ReactNode } from 'react';
import { FEW_RATINGS } from '../metrics/few-ratings.js';
import { CustomerLink } from '../parts/CustomerLink.js';
import { SeverityMark } from '../parts/SeverityMark.js';
import { useSupport } from '../provider/support-context.js';
import { SortHeader } from '../tables/SortHeader.js';
import type { TeamRow, TeamSort } from './team-rows.js';

export const teamColumns = ['name', 'attention', 'customers', 'open', 'breaches', 'escalations', 'csat'] as const;

interface TeamTableProps {
  rows: readonly TeamRow[];
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
  /** Makes each CSM a button; null: customers without one. */
  onSelectCsm: ((csmId: string | null) => void) | undefined;
}

/** A line for each CSM; where it is narrow, a card. */
export function TeamTable({ rows, sort, onSort, onSelectCsm }: TeamTableProps): ReactNode {
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
              direction={sort === column ? directions[column] : undefined}
              onSort={() => onSort(column)}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.csm_id ?? ''} data-sw-part={`csm-${row.csm_id ?? ''}`}>
            <th scope="row" data-column="name" title={row.name}>
              {onSelectCsm ? (
                <button type="button" className="sw-link sw-cut" onClick={() => onSelectCsm(row.csm_id)}>
                  {row.name}
                </button>
              ) : (
                <span className="sw-cut">{row.name}</span>
              )}
            </th>
            <Attention row={row} />
            <Count column="customers" value={row.customers} />
            <Count column="open" value={row.open} />
            <Count column="breaches" value={row.breaches} isBad />
            <Count column="escalations" value={row.escalations} isBad />
            <Satisfaction row={row} />
          </tr>
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

function Attention({ row: { attention, worst } }: { row: TeamRow }): ReactNode {
  const { format, messages } = useSupport();
  return (
    <td data-column="attention">
      {worst ? (
        <span className="sw-team-attention">
          <strong>{format.count(attention)}</strong>
          <SeverityMark severity={worst.severity} />
          <CustomerLink customer={worst} className="sw-link sw-cut">
            {worst.customer_name}
          </CustomerLink>
        </span>
      ) : (
        <span className="sw-tally-note">{messages.team.nobody}</span>
      )}
    </td>
  );
}

function Count({ column, value, isBad = false }: { column: TeamSort; value: number; isBad?: boolean }): ReactNode {
  const { format, messages } = useSupport();
  return (
    <td data-column={column} data-align="end" data-tone={isBad && value > 0 ? 'bad' : undefined}>
      {format.count(value)}
      <span className="sw-card-label"> {messages.team.columns[column]}</span>
    </td>
  );
}

function Satisfaction({ row: { csat, ratings } }: { row: TeamRow }): ReactNode {
  const { format, messages } = useSupport();
  return (
    <td data-column="csat" data-align="end" data-few={ratings < FEW_RATINGS}>
      <span className="sw-card-label">{messages.team.columns.csat} </span>
      {csat === null ? (
        messages.unknown
      ) : (
        <>
          {format.score(csat)}{' '}
          <span className="sw-tally-note">{messages.team.ratings(ratings, format.count(ratings))}</span>
        </>
      )}
    </td>
  );
}
