import { z } from 'zod';
import { instantSchema } from '@cscx/support-core';
import type { OrganizationStore } from '../store/organization-store.js';
import type { PagedTicket, TicketSelection } from '../store/ticket-page.js';
import { isTicketPosition } from '../store/ticket-page.js';
import { type ListIdentity, readCursor, writeCursor } from '../http/cursor.js';

const cursorSchema = z.strictObject({
  after: z.array(z.union([z.string(), z.number()])),
  within: z.strictObject({ start: instantSchema, end: instantSchema }).optional(),
});

/** A customer's tickets as two routes list them: a cursor of either goes on in the other. */
export interface CustomerTicketList {
  organization: OrganizationStore;
  customer_id: string;
  selection: TicketSelection;
}

const identify = (
  { organization, customer_id, selection }: CustomerTicketList,
  within: TicketSelection['within'],
): ListIdentity => ({
  route: 'tickets',
  organization: organization.organization_id,
  customer_id,
  ...selection,
  within: within && [within.start, within.end],
});

/**
 * One page of a customer's tickets.
 *
 * @param cursor - of the page before; it also says to which period the list is held
 */
export const readTicketList = async (
  list: CustomerTicketList,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ tickets: PagedTicket['ticket'][]; next_cursor: string | null }> => {
  const { organization, customer_id, selection } = list;
  const position = cursorSchema.refine(({ after }) => isTicketPosition(after, selection.sort));
  const state = cursor === undefined ? undefined : readCursor(cursor, position, ({ within }) => identify(list, within));
  const within = state?.within ?? selection.within;
  const found = await organization.tickets.page(customer_id, {
    ...selection,
    within,
    after: state?.after,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    tickets: page.map(({ ticket }) => ticket),
    next_cursor: last ? writeCursor(identify(list, within), { after: last.position, ...(within && { within }) }) : null,
  };
};
