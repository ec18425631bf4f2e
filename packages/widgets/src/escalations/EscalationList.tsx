import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.js';
import { TicketLink } from '../parts/TicketLink.js';
import type { EscalationRow, EscalationTimelineData } from './escalation-rows.js';

/**
 * A line for each escalation, its words beside its bar: what the bar shows is said, so it needs no table and no keys. The
 * words take the whole line where there is nothing to draw.
 */
export function EscalationList({ rows, ticks }: Pick<EscalationTimelineData, 'rows' | 'ticks'>): ReactNode {
  return (
    <div className="sw-timeline">
      {ticks.length > 0 && (
        <svg className="sw-timeline-axis" width="100%" height="16" aria-hidden="true">
          {ticks.map(({ left, label }) => (
            <text
              key={left}
              className="sw-chart-label"
              x={`${left}%`}
              y="12"
              textAnchor={left < 8 ? 'start' : left > 92 ? 'end' : 'middle'}
            >
              {label}
            </text>
          ))}
        </svg>
      )}
      <ol className="sw-list sw-rows">
        {rows.map((row) => (
          <li key={row.ticket_id} className="sw-escalation">
            <EscalationWords row={row} />
            {row.bar && (
              <svg className="sw-escalation-track" width="100%" height="20" aria-hidden="true">
                {ticks.map(({ left }) => (
                  <line key={left} className="sw-chart-line" x1={`${left}%`} x2={`${left}%`} y2="20" />
                ))}
                <rect
                  className="sw-escalation-bar"
                  data-open={row.isOpen}
                  data-end-unknown={row.bar.isEndUnknown}
                  x={`${row.bar.left}%`}
                  width={`${row.bar.width}%`}
                  y="5"
                  height="10"
                  rx="2"
                />
              </svg>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function EscalationWords({ row }: { row: EscalationRow }): ReactNode {
  const { name, subject, isOpen, state, level, reason, span, duration } = row;
  return (
    <div className="sw-escalation-words">
      <p className="sw-escalation-title" title={subject}>
        <TicketLink ticket={row}>{name}</TicketLink>
        <span className="sw-clamp" dir="auto">
          {subject}
        </span>
      </p>
      <p className="sw-escalation-meta">
        <span className="sw-verdict" data-tone={isOpen ? 'bad' : 'good'}>
          <Icon name={isOpen ? 'warning' : 'check'} />
          {state}
        </span>
        {level !== undefined && <span>{level}</span>}
        <span className="sw-clamp" title={reason}>
          {reason}
        </span>
      </p>
      <p className="sw-escalation-meta">
        <span>{span}</span>
        {duration !== undefined && <span>{duration}</span>}
      </p>
    </div>
  );
}
