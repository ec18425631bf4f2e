import { matchRuleSchema, unmatchedReasonSchema } from '@cscx/support-core';
import type { linkTicketRoute } from '@cscx/support-core/api';
import { loadMatcher } from '../customers/load-matcher.js';
import { rematchTickets } from '../customers/rematch-tickets.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { StoredMatch } from '../store/ticket-matching.js';
import { findCustomer } from './find-customer.js';
import type { RouteHandler } from './route-handler.js';

/** @throws NotFoundError where this organization has no such ticket, or it was removed */
const findTicket = async ({ matching }: OrganizationStore, ticketId: string): Promise<StoredMatch> => {
  const [ticket] = await matching.page({ ticket_ids: [ticketId] }, { after: '', limit: 1 });
  if (!ticket) throw new NotFoundError('no ticket of that id');
  return ticket;
};

export const linkTicket: RouteHandler<typeof linkTicketRoute> = async (
  { ticketId, customer_id },
  { organization, principal, now },
) => {
  await organization.matching.change();
  await findTicket(organization, ticketId);
  if (customer_id === null) await organization.ticketLinks.remove(ticketId);
  else {
    await findCustomer(organization, customer_id);
    const linked_by = principal.subject;
    await organization.ticketLinks.save({ ticket_id: ticketId, customer_id, linked_by, linked_at: now });
  }
  const matcher = await loadMatcher(organization);
  const { customer_ids } = await rematchTickets(organization, matcher, { ticket_ids: [ticketId] });
  await refreshAlerts(organization, [...customer_ids], { now });
  if (customer_ids.size > 0) await organization.markChanged(now);
  const ticket = await findTicket(organization, ticketId);
  return {
    ticket_id: ticketId,
    customer_id: ticket.customer_id,
    match_rule: matchRuleSchema.nullable().parse(ticket.match_rule),
    unmatched_reason: unmatchedReasonSchema.nullable().parse(ticket.unmatched_reason),
  };
};
