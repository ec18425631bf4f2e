import type { ReactNode } from 'react';
import { AnyIcon } from '../parts/AnyIcon.js';
import type { TicketSla } from './ticket-sla.js';

/** What a table says of a ticket's SLA. */
export function SlaCell({ sla: { label, detail, tone, icon } }: { sla: TicketSla }): ReactNode {
  return (
    <td data-column="sla" data-tone={tone} title={detail}>
      <AnyIcon name={icon} />
      {label}
    </td>
  );
}
