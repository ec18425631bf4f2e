import type { TicketDraft, TicketPriority, TicketStatus } from '@cscx/support-core';
import {
  createRules,
  createWordMap,
  type EscalationRule,
  instantOfText,
  type MappedRecord,
  ticketId,
  UnreadableRecord,
  type Warn,
} from '@cscx/support-core/connectors';
import * as z from 'zod';
import type { DesklyTicket } from './deskly-payload.js';

/** What Deskly's words mean, and what escalates: data, so that a connection can say otherwise. */
export interface DesklyMapping {
  instance: string;
  status_map?: Record<string, TicketStatus>;
  escalation_rules?: readonly EscalationRule[];
}

const STATES = { new: 'open', working: 'open', waiting: 'pending', done: 'resolved' } as const;
const URGENCIES = { low: 'low', normal: 'medium', high: 'high', now: 'critical' } as const;
const ESCALATION_RULES = [{ when: [{ field: 'labels', equals: 'escalated' }], reason: 'label "escalated"' }];

const emailSchema = z.email();

/** Makes the translator of tickets: pure, the same ticket always gives the same answer. */
export const createDesklyMapper = ({ instance, status_map, escalation_rules = ESCALATION_RULES }: DesklyMapping) => {
  const readStatus = createWordMap<TicketStatus>({
    field: 'status',
    words: STATES,
    overrides: status_map,
    fallback: 'open',
  });
  const readPriority = createWordMap<TicketPriority>({
    field: 'priority',
    words: URGENCIES,
    fallback: 'medium',
    absent: 'medium',
  });
  const escalationRule = createRules(escalation_rules);

  return (ticket: DesklyTicket, warn: Warn): MappedRecord => {
    const ticket_id = ticketId('deskly', instance, String(ticket.id));
    const source_updated_at = instantOfText(ticket.changed_at);
    if (source_updated_at === null) throw new UnreadableRecord('changed_at', 'expected an instant with an offset');
    if (ticket.is_deleted) return { removed: [{ ticket_id, reason: 'deleted', source_updated_at }] };
    const created_at = instantOfText(ticket.opened_at);
    if (created_at === null) throw new UnreadableRecord('opened_at', 'expected an instant with an offset');

    const status = readStatus(ticket.state, warn);
    const escalation = escalationRule({ labels: ticket.labels, state: ticket.state, urgency: ticket.urgency });
    const email = emailSchema.safeParse(ticket.contact?.email);
    const isRated = ticket.stars != null && ticket.stars >= 1 && ticket.stars <= 5;
    const draft: TicketDraft = {
      ticket_id,
      // The wire knows the built-in systems; whatever else the host brings is an import.
      source_system: 'import',
      external_id: String(ticket.id),
      external_url: `https://${instance}.deskly.example/tickets/${ticket.id}`,
      subject: ticket.title ?? '',
      category: ticket.topic || 'uncategorized',
      priority: readPriority(ticket.urgency, warn),
      raw_priority: ticket.urgency ?? null,
      status,
      raw_status: ticket.state,
      created_at,
      first_response_at: instantOfText(ticket.answered_at),
      resolved_at: status === 'resolved' ? instantOfText(ticket.done_at) : null,
      csat_score: isRated ? ticket.stars : null,
      csat_scale: isRated ? 'five_point' : null,
      csat_offered: null,
      is_escalated: escalation !== undefined,
      escalation_reason: escalation?.reason ?? null,
      reopened_count: 0,
      requester_email: email.success ? email.data : null,
      tags: ticket.labels ?? [],
      source_updated_at,
      company: { id: ticket.company ? String(ticket.company.id) : null, name: ticket.company?.name ?? null },
    };
    return { tickets: [draft] };
  };
};
