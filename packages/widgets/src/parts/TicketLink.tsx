import type { ReactNode } from 'react';
import { englishLinks } from '../messages/english-links.js';
import { speaks } from '../messages/spoken-english.js';
import type { TicketLinkProps } from '../provider/slots.js';
import { useSupport } from '../provider/support-context.js';
import { renderSlot } from './render-slot.js';

speaks(englishLinks);

/** Leads into the support system, in the host's way if it has one; plain words for a ticket without an address. */
export const TicketLink = (props: Omit<TicketLinkProps, 'className'>): ReactNode =>
  renderSlot(useSupport().slots.ticketLink, { ...props, className: 'sw-link' }, TicketAnchor);

function TicketAnchor({ ticket: { external_url, name }, className, children }: TicketLinkProps): ReactNode {
  const { messages } = useSupport();
  if (external_url === undefined) return children;
  return (
    <a className={className} href={external_url} target="_blank" rel="noreferrer" title={messages.opens(name)}>
      {children}
    </a>
  );
}
