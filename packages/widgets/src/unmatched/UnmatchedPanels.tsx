import type { UnmatchedTicket } from '@cscx/support-core/api';
import { type ReactNode, useRef, useState } from 'react';
import { englishUnmatched } from '../messages/english-unmatched.js';
import { speaks } from '../messages/spoken-english.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useKeptFocus } from '../parts/use-kept-focus.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { UnmatchedItem } from './UnmatchedItem.js';
import { unmatchedRow } from './unmatched-rows.js';
import type { CustomerChoices } from './use-customer-choices.js';
import { type LinkTicket, useTicketLinks } from './use-ticket-links.js';

speaks({ unmatched: englishUnmatched });

/** What {@link UnmatchedTicketsView} draws. */
export interface UnmatchedData {
  tickets: readonly UnmatchedTicket[];
  /** Whom tickets can be linked to. */
  customers: CustomerChoices;
  /** Links a ticket, or takes the link back with null; what it rejects with is said in place, and the ticket stays. */
  onLink: LinkTicket;
  /** In place of the list when it is empty. Default: every ticket has a customer. */
  empty?: ReactNode;
  /** Below the list: the way to more. */
  more?: ReactNode;
}

/** Tickets without a customer, and a voice that says what was done about them. */
export function UnmatchedPanels({ tickets, customers, onLink, empty, more }: UnmatchedData): ReactNode {
  const words = useSupport();
  const { unmatched } = words.messages;
  const now = useNow();
  const content = useRef<HTMLDivElement>(null);
  const [announcement, announce] = useState('');
  const { links, link, undo } = useTicketLinks(onLink, tickets);
  useKeptFocus(content, tickets);

  return (
    <div className="sw-feed" ref={content}>
      <p className="sw-hidden" role="status">
        {announcement}
      </p>
      {tickets.length === 0 ? (
        (empty ?? <Notice icon="check" title={unmatched.empty} hint={unmatched.emptyHint} />)
      ) : (
        <Panel part="unmatched" title={unmatched.queue} isFlush>
          <ul className="sw-list sw-rows">
            {tickets.map((ticket) => {
              const row = unmatchedRow(ticket, now, words);
              return (
                <li key={ticket.ticket_id}>
                  <UnmatchedItem
                    row={row}
                    customers={customers}
                    link={links.get(ticket.ticket_id)}
                    onChoose={(customer) => {
                      announce(unmatched.announced(unmatched.linked(customer.customer_name), row.spoken));
                      link(ticket.ticket_id, customer);
                    }}
                    onUndo={() => {
                      announce(unmatched.announced(unmatched.undone, row.spoken));
                      undo(ticket.ticket_id);
                    }}
                  />
                </li>
              );
            })}
          </ul>
          {more}
          <p className="sw-footnote">{unmatched.hint}</p>
        </Panel>
      )}
    </div>
  );
}
