import { ticketHistory } from '../history/ticket-history.js';
import type { Instant } from '../model/instant.js';
import { DEFAULT_SLA_POLICY, type SlaPolicy } from '../model/sla-policy.js';
import type { SupportTicket, TicketRecord } from '../model/support-ticket.js';
import { epochOf } from '../time/instant.js';
import { assessSla } from './assess-sla.js';

/**
 * Adds the SLA verdicts as of now to a ticket: the form in which tickets are sent and drawn.
 *
 * @param options.policy - what was promised. @default DEFAULT_SLA_POLICY
 * @example
 * toSupportTicket(ticket, { now: '2026-11-23T09:00:00Z' }).sla_resolution_status; // 'at_risk'
 */
export const toSupportTicket = (
  ticket: TicketRecord,
  { policy = DEFAULT_SLA_POLICY, now }: { policy?: SlaPolicy; now: Instant },
): SupportTicket => {
  const { vendor_sla, events, ...facts } = ticket;
  const asOf = epochOf(now);
  const history = ticketHistory(ticket, asOf);
  const { first_response, resolution } = assessSla(ticket, { history, policy, asOf });
  const isFromVendor = first_response.source === 'vendor' || resolution.source === 'vendor';
  return {
    ...facts,
    sla_first_response_target: first_response.target_hours,
    sla_resolution_target: resolution.target_hours,
    sla_first_response_met: first_response.status !== 'breached',
    sla_resolution_met: resolution.status !== 'breached',
    sla_first_response_status: first_response.status,
    sla_resolution_status: resolution.status,
    sla_first_response_due_at: first_response.due_at,
    sla_resolution_due_at: resolution.due_at,
    sla_source: isFromVendor ? 'vendor' : 'computed',
  };
};
