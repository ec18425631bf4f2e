import type { ReactNode } from 'react';
import { AnyIcon } from '../parts/AnyIcon.js';
import { useSupport } from '../provider/support-context.js';
import type { TicketSla } from './ticket-sla.js';

/** What a table says of a ticket's SLA; time left that is at risk says so, for those who see no colour. */
export function SlaCell({ sla: { label, detail, tone, icon } }: { sla: TicketSla }): ReactNode {
  const { sla } = useSupport().messages.customer;
  return (
    <td data-column="sla" data-tone={tone} title={detail}>
      <AnyIcon name={icon} />
      {tone === 'warn' && label !== sla.at_risk && <span className="sw-hidden">{`${sla.at_risk}: `}</span>}
      {label}
    </td>
  );
}
