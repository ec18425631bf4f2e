import type { ReactNode } from 'react';
import { FEW_RATINGS } from '../metrics/few-ratings.js';
import { CustomerLink } from '../parts/CustomerLink.js';
import { SeverityMark } from '../parts/SeverityMark.js';
import { useSupport } from '../provider/support-context.js';
import type { TeamRow } from './team-rows.js';
import { type TeamNumber, teamTarget } from './team-targets.js';

interface TeamLineProps {
  row: TeamRow;
  /** The period that was asked for. */
  period: string | undefined;
  /** Called instead of `onDrilldown` with a CSM; null: customers without one. */
  onSelectCsm: ((csmId: string | null) => void) | undefined;
}

/** One CSM: each number leads to the tickets or customers behind it, where the host can open them. */
export function TeamLine(props: TeamLineProps): ReactNode {
  const { row, onSelectCsm } = props;
  const { format, messages, onDrilldown } = useSupport();
  const select = onSelectCsm ?? (onDrilldown && ((csm_id) => onDrilldown({ type: 'csm', csm_id })));
  const count = (column: 'customers' | 'open' | 'breaches' | 'escalations', isBad = false): ReactNode => (
    <td data-column={column} data-align="end" data-tone={isBad && row[column] > 0 ? 'bad' : undefined}>
      <TeamValue {...props} column={column} value={row[column]} text={format.count(row[column])} />
      <span className="sw-card-label"> {messages.team.columns[column]}</span>
    </td>
  );
  const name = (
    <span className="sw-cut" dir="auto">
      {row.name}
    </span>
  );
  return (
    <tr data-sw-part={`csm-${row.csm_id ?? ''}`}>
      <th scope="row" data-column="name" title={row.name}>
        {select ? (
          <button type="button" className="sw-link sw-cut" onClick={() => select(row.csm_id)}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <Attention {...props} />
      {count('customers')}
      {count('open')}
      {count('breaches', true)}
      {count('escalations', true)}
      <Satisfaction {...props} />
    </tr>
  );
}

interface TeamValueProps extends TeamLineProps {
  column: TeamNumber;
  value: number;
  text: string;
}

function TeamValue({ row, period, onSelectCsm, column, value, text }: TeamValueProps): ReactNode {
  const { messages, onDrilldown } = useSupport();
  const target = teamTarget(column, row.csm_id, period);
  const open =
    target?.type === 'csm' && onSelectCsm
      ? () => onSelectCsm(target.csm_id)
      : target && onDrilldown && (() => onDrilldown(target));
  if (!open || value === 0) return text;
  const label = messages.team.numberOf(text, messages.team.columns[column], row.name);
  return (
    <button type="button" className="sw-link" aria-label={label} onClick={open}>
      {text}
    </button>
  );
}

function Attention(props: TeamLineProps): ReactNode {
  const { attention, worst } = props.row;
  const { format, messages } = useSupport();
  return (
    <td data-column="attention">
      <span className="sw-team-attention">
        {worst ? (
          <strong>
            <TeamValue {...props} column="attention" value={attention} text={format.count(attention)} />
          </strong>
        ) : (
          <span className="sw-tally-note">{messages.team.nobody}</span>
        )}
        <span className="sw-card-label">{messages.team.columns.attention}</span>
        {worst && (
          <>
            <SeverityMark severity={worst.severity} />
            <CustomerLink customer={worst} className="sw-link sw-cut">
              <span className="sw-cut" dir="auto">
                {worst.customer_name}
              </span>
            </CustomerLink>
          </>
        )}
      </span>
    </td>
  );
}

function Satisfaction(props: TeamLineProps): ReactNode {
  const { csat, ratings } = props.row;
  const { format, messages } = useSupport();
  return (
    <td data-column="csat" data-align="end" data-few={ratings < FEW_RATINGS}>
      <span className="sw-card-label">{messages.team.columns.csat} </span>
      {csat === null ? (
        messages.unknown
      ) : (
        <>
          <TeamValue {...props} column="csat" value={csat} text={format.score(csat)} />
          {' · '}
          <span className="sw-tally-note">{messages.team.ratings(ratings, format.count(ratings))}</span>
        </>
      )}
    </td>
  );
}
