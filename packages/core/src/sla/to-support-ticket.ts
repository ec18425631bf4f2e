import { ticketHistory, type TicketHistory } from '../history/ticket-history.js';
import type { SupportTicket, TicketFacts, TicketRecord } from '../model/support-ticket.js';
import { epochOf, hoursOrNull, instantOf, instantOrNull } from '../time/instant.js';
import { policyWith, type SlaOptions } from './assess-sla.js';
import { dueMoment, readSla } from './sla-reading.js';

type Satisfaction = Pick<
  TicketFacts,
  'csat_score' | 'csat_feedback' | 'csat_responded_at' | 'csat_scale' | 'csat_offered'
>;

/** The last answer to the survey, where the history tells it better than the facts do. */
const satisfaction = ({ csatResponses }: TicketHistory, { csat_feedback }: TicketFacts): Satisfaction | undefined => {
  const last = csatResponses.at(-1);
  if (!last?.isEvent) return undefined;
  return {
    csat_score: last.score,
    csat_feedback: last.feedback ?? csat_feedback,
    csat_responded_at: instantOf(last.at),
    csat_scale: last.scale,
    csat_offered: true,
  };
};

/**
 * Adds the SLA verdicts as of now to a ticket, and the last answer to its survey where only its history tells it: the form
 * in which tickets are sent and drawn.
 *
 * @example
 * toSupportTicket(ticket, { now: '2026-11-23T09:00:00Z' }).sla_resolution_status; // 'at_risk'
 */
export const toSupportTicket = (ticket: TicketRecord, { now, ...terms }: SlaOptions): SupportTicket => {
  const { vendor_sla, events, ...facts } = ticket;
  const asOf = epochOf(now);
  const history = ticketHistory(ticket, asOf);
  const { first_response, resolution } = readSla(ticket, history, { policy: policyWith(terms), asOf });
  const isFromVendor = first_response.source === 'vendor' || resolution.source === 'vendor';
  return {
    ...facts,
    ...satisfaction(history, facts),
    sla_first_response_target: hoursOrNull(first_response.target),
    sla_resolution_target: hoursOrNull(resolution.target),
    sla_first_response_met: first_response.verdict !== 'breached',
    sla_resolution_met: resolution.verdict !== 'breached',
    sla_first_response_status: first_response.verdict,
    sla_resolution_status: resolution.verdict,
    sla_first_response_due_at: instantOrNull(dueMoment(first_response, history)),
    sla_resolution_due_at: instantOrNull(dueMoment(resolution, history)),
    sla_source: isFromVendor ? 'vendor' : 'computed',
  };
};
