import type { UnmatchedTicket } from '@cscx/support-core/api';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CustomerChoice } from './customer-choices.js';

/** Links a ticket to a customer, or takes the link back with null; rejects with what the API says. */
export type LinkTicket = (ticketId: string, customerId: string | null) => Promise<void>;

/** A link made here. It shows at once; the server is told meanwhile. */
export interface TicketLink {
  customer: CustomerChoice;
  /** What the server refused: the link, which is gone then, or its undoing, so that the link stands. */
  refused?: { what: 'link' | 'undo'; code: string | undefined };
}

type Links = ReadonlyMap<string, TicketLink>;

/**
 * Links tickets with the result on screen at once. Calls about one ticket are made one after the other.
 *
 * @param tickets - those in sight; what was done about others is forgotten
 */
export function useTicketLinks(
  save: LinkTicket,
  tickets: readonly UnmatchedTicket[],
): {
  links: Links;
  link: (ticketId: string, customer: CustomerChoice) => void;
  undo: (ticketId: string) => void;
} {
  const [links, setLinks] = useState<Links>(new Map());
  const calls = useRef(new Map<string, Promise<unknown>>());

  useEffect(() => {
    const shown = new Set(tickets.map(({ ticket_id }) => ticket_id));
    setLinks((last) => ([...last.keys()].every((id) => shown.has(id)) ? last : pick(last, shown)));
  }, [tickets]);

  const send = useCallback(
    async (ticketId: string, customerId: string | null): Promise<void> => {
      const before = calls.current.get(ticketId) ?? Promise.resolve();
      const call = before.then(() => save(ticketId, customerId));
      calls.current.set(
        ticketId,
        call.catch(() => undefined),
      );
      await call;
    },
    [save],
  );

  const link = useCallback(
    (ticketId: string, customer: CustomerChoice) => {
      const made: TicketLink = { customer };
      setLinks((last) => new Map(last).set(ticketId, made));
      send(ticketId, customer.customer_id).catch((error: Refusal) =>
        // What a person has undone meanwhile is not touched by a late answer.
        setLinks((last) =>
          last.get(ticketId) === made
            ? new Map(last).set(ticketId, { customer, refused: { what: 'link', code: error?.code } })
            : last,
        ),
      );
    },
    [send],
  );

  const undo = useCallback(
    (ticketId: string) => {
      const made = links.get(ticketId);
      if (!made) return;
      setLinks((last) => without(last, ticketId));
      send(ticketId, null).catch((error: Refusal) =>
        setLinks((last) =>
          new Map(last).set(ticketId, { customer: made.customer, refused: { what: 'undo', code: error?.code } }),
        ),
      );
    },
    [links, send],
  );
  return { links, link, undo };
}

/** What a call rejects with: an error of the client, or whatever a host throws. */
type Refusal = { code?: string } | undefined;

const pick = (links: Links, shown: ReadonlySet<string>): Links => new Map([...links].filter(([id]) => shown.has(id)));

const without = (links: Links, ticketId: string): Links => new Map([...links].filter(([id]) => id !== ticketId));
