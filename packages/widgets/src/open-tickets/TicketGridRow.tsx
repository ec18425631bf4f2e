import type { SupportTicket } from '@cscx/support-core';
import { memo, type ReactNode } from 'react';
import { SlaCell } from '../customer/SlaCell.js';
import { PriorityIcon } from '../parts/PriorityIcon.js';
import { TicketLink } from '../parts/TicketLink.js';
import { useSupport } from '../provider/support-context.js';
import { isUrgent, ticketDue } from './ticket-due.js';
import { ticketName } from './ticket-name.js';
import { useTickingNow } from './use-ticking-now.js';

interface TicketGridRowProps {
  ticket: SupportTicket;
  id: string;
  /** Among all rows, the header's included; from 1. */
  rowIndex: number;
  isActive: boolean;
  /** Epoch milliseconds, as of the current minute. */
  now: number;
}

/** One ticket; drawn again only when it, the minute or its focus changes. */
export const TicketGridRow = memo(function TicketGridRow(props: TicketGridRowProps): ReactNode {
  const { ticket, id, rowIndex, isActive, now } = props;
  const words = useSupport();
  const { format, messages } = words;
  const name = ticketName(ticket);
  const age = now - Date.parse(ticket.created_at);
  return (
    <tr className="sw-grid-row" id={id} aria-rowindex={rowIndex} data-active={isActive || undefined}>
      <td data-column="id">
        <TicketLink ticket={{ ticket_id: ticket.ticket_id, external_url: ticket.external_url ?? undefined, name }}>
          {name}
        </TicketLink>
      </td>
      <td data-column="subject" title={ticket.subject}>
        <div className="sw-subject">
          <span dir="auto">{ticket.subject || name}</span>
          {ticket.escalation_status === 'open' && <span className="sw-tag">{messages.customer.escalated}</span>}
        </div>
      </td>
      <td data-column="priority">
        <PriorityIcon priority={ticket.priority} />
        {messages.priorities[ticket.priority]}
      </td>
      <td data-column="status">{messages.statuses[ticket.status]}</td>
      <td
        data-column="age"
        // Written when it is asked for: the first date that a browser formats takes it as long as the whole table.
        onPointerEnter={({ currentTarget }) => {
          currentTarget.setAttribute('title', messages.customer.created(format.dateTime(ticket.created_at)));
        }}
      >
        <span aria-hidden="true">{format.age(age)}</span>
        <span className="sw-hidden">{format.ageInWords(age)}</span>
      </td>
      {isUrgent(ticket, now) ? <LiveSlaCell ticket={ticket} /> : <SlaCell sla={ticketDue(ticket, now, words)} />}
    </tr>
  );
});

/** The last hour, second by second. */
function LiveSlaCell({ ticket }: { ticket: SupportTicket }): ReactNode {
  const words = useSupport();
  return <SlaCell sla={ticketDue(ticket, useTickingNow('second'), words)} />;
}
