import { openEscalations } from '../../escalations/open-escalations.js';
import { DAY_MS, instantOf } from '../../time/instant.js';
import { about, type AlertRule } from '../alert-context.js';

const localDate = (epochMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone }).format(epochMs);

/** A ticket was escalated and still is. One alert per escalation. */
export const newEscalation: AlertRule = (context) =>
  openEscalations(context.tickets, context.now).map(({ ticket_id, since, reason }) => ({
    ...about(context),
    type: 'new_escalation',
    severity: 'high',
    title: 'Ticket escalated',
    description: `An escalation has been pending since ${localDate(since, context.timezone)}.`,
    evidence: {
      escalated_at: instantOf(since),
      days: Math.floor((context.now - since) / DAY_MS),
      reason,
    },
    ticket_ids: [ticket_id],
    dedupe_key: `new_escalation:${ticket_id}:${instantOf(since)}`,
  }));
