import type { SupportTicket } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { useTickingNow } from '../open-tickets/use-ticking-now.js';
import { PriorityIcon } from '../parts/PriorityIcon.js';
import { TicketLink } from '../parts/TicketLink.js';
import { useSupport } from '../provider/support-context.js';
import type { TicketRow } from './ticket-rows.js';
import { SlaCell } from './SlaCell.js';
import { ticketSla } from './ticket-sla.js';

/** Open tickets as a table; where it is narrow, as cards of the same cells. */
export function TicketsTable({ rows }: { rows: readonly TicketRow[] }): ReactNode {
  const { customer } = useSupport().messages;
  const columns = ['id', 'subject', 'priority', 'status', 'age', 'sla'] as const;
  return (
    <table className="sw-table sw-tickets" aria-label={customer.tickets}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {customer.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.ticket.ticket_id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: TicketRow }): ReactNode {
  const { customer } = useSupport().messages;
  return (
    <tr>
      <td data-column="id">
        <TicketLink ticket={{ ticket_id: row.ticket.ticket_id, name: row.name, external_url: row.href }}>
          {row.name}
        </TicketLink>
      </td>
      <td data-column="subject" title={row.subject}>
        <div className="sw-subject">
          <span dir="auto">{row.subject}</span>
          {row.isEscalated && <span className="sw-tag">{customer.escalated}</span>}
        </div>
      </td>
      <td data-column="priority">
        <PriorityIcon priority={row.priority} />
        {row.priorityLabel}
      </td>
      <td data-column="status">{row.statusLabel}</td>
      <td data-column="age" title={row.created}>
        <span aria-hidden="true">{row.age}</span>
        <span className="sw-hidden">{row.ageInWords}</span>
      </td>
      {row.isUrgent ? <LiveSlaCell ticket={row.ticket} /> : <SlaCell sla={row.sla} />}
    </tr>
  );
}

/** The last hour, second by second. */
function LiveSlaCell({ ticket }: { ticket: SupportTicket }): ReactNode {
  const words = useSupport();
  return <SlaCell sla={ticketSla(ticket, useTickingNow('second'), words)} />;
}
