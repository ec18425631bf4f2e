import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSupport } from '../provider/support-context.js';
import { SortHeader } from '../tables/SortHeader.js';
import { TicketGridRow } from './TicketGridRow.js';
import { type TicketOrder, type TicketSort, ticketColumns } from './ticket-order.js';
import { useRowWindow } from './use-row-window.js';
import { useTickingNow } from './use-ticking-now.js';

interface TicketGridProps {
  tickets: TicketOrder;
  sort: TicketSort;
  onSort: (sort: TicketSort) => void;
}

/**
 * Tickets as a table of which only the visible rows are drawn; where it is narrow, as cards of the same cells. The focus
 * stays on the table while arrow keys move over its rows, so that scrolling cannot lose it.
 */
export function TicketGrid({ tickets, sort, onSort }: TicketGridProps): ReactNode {
  const { openTickets, customer } = useSupport().messages;
  const now = useTickingNow('minute');
  const id = useId();
  const [active, setActive] = useState<number | null>(null);
  const rows = useRowWindow(tickets.length);
  const { first, end, boxRef, onScroll, onPointerEnter, rowHeight, pageSize, scrollToRow } = rows;
  const rowId = (index: number): string => `${id}-${index}`;
  const isDrawn = active !== null && active >= first && active < end;

  // Cards are higher than rows: the active one would be out of sight.
  const heightBefore = useRef(rowHeight);
  useEffect(() => {
    if (rowHeight !== heightBefore.current && active !== null) scrollToRow(active);
    heightBefore.current = rowHeight;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.target instanceof HTMLButtonElement) return;
    if (event.key === 'Enter' && event.target === event.currentTarget && active !== null) {
      document.getElementById(rowId(active))?.querySelector<HTMLElement>('a, button')?.click();
      return;
    }
    const last = tickets.length - 1;
    const from = active ?? -1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + pageSize(),
      PageUp: from - pageSize(),
      Home: 0,
      End: last,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, step));
    setActive(next);
    scrollToRow(next);
    event.currentTarget.focus({ preventScroll: true });
  };

  return (
    <div className="sw-grid-box" ref={boxRef} onScroll={onScroll} onPointerEnter={onPointerEnter}>
      <p className="sw-hidden" id={`${id}-keys`}>
        {openTickets.keys}
      </p>
      <table
        className="sw-table sw-tickets sw-grid"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA has grids made of tables.
        role="grid"
        tabIndex={0}
        aria-label={openTickets.title}
        aria-describedby={`${id}-keys`}
        aria-rowcount={tickets.length + 1}
        aria-activedescendant={isDrawn ? rowId(active) : undefined}
        onKeyDown={onKeyDown}
        onFocus={({ target, currentTarget }) => {
          if (target === currentTarget && active === null) setActive(first);
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" data-column="id">
              {customer.columns.id}
            </th>
            {ticketColumns.map((column) => (
              <SortHeader
                key={column}
                label={customer.columns[column]}
                column={column}
                align={column === 'age' ? 'end' : undefined}
                direction={sort.column === column ? sort.direction : undefined}
                onSort={() => onSort(sortedBy(sort, column))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={first * rowHeight} />
          {tickets.slice(first, end).map((ticket, offset) => (
            <TicketGridRow
              key={ticket.ticket_id}
              ticket={ticket}
              id={rowId(first + offset)}
              rowIndex={first + offset + 2}
              isActive={first + offset === active}
              now={now}
            />
          ))}
          <Gap height={(tickets.length - end) * rowHeight} />
        </tbody>
      </table>
    </div>
  );
}

/** A column's first click sorts the most pressing first, the second one the other way round. */
const sortedBy = (sort: TicketSort, column: TicketSort['column']): TicketSort => ({
  column,
  direction: sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

/** In place of rows that are not drawn; its height is an attribute, because a strict policy forbids inline styles. */
function Gap({ height }: { height: number }): ReactNode {
  if (height === 0) return null;
  return (
    <tr className="sw-grid-gap" aria-hidden="true">
      <td colSpan={ticketColumns.length + 1} height={height} aria-hidden="true" />
    </tr>
  );
}
