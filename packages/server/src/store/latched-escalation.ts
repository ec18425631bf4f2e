import { sql } from 'kysely';
import type { TicketDraft } from '@cscx/support-core';

type Facts = Pick<TicketDraft, 'source_system' | 'is_escalated' | 'escalated_at' | 'source_updated_at'>;

/**
 * Gives an escalated ticket whose support system does not say since when the moment in which it was first seen so. An
 * import file is taken at its word, whatever it says.
 */
export const withEscalationMoment = <Ticket extends Facts>(ticket: Ticket): Ticket => {
  if (ticket.source_system === 'import' || !ticket.is_escalated) return ticket;
  // In one form, so that the earliest is found by comparing texts.
  return { ...ticket, escalated_at: new Date(ticket.escalated_at ?? ticket.source_updated_at).toISOString() };
};

const kept = (document: ReturnType<typeof sql>, field: 'escalation_reason' | 'escalation_level' | 'escalated_at') =>
  sql`jsonb_set(${document}, ${sql.lit(`{${field}}`)}, coalesce(tickets.document->${sql.lit(field)}, 'null'))`;

const wasEscalated = sql`tickets.document->'is_escalated' = 'true'`;

/**
 * The document that an upsert writes: what came in, but an escalation that is stored stays, with its earliest moment,
 * and is over once its flag is gone. Only immutable functions: a distributed table takes no others here.
 */
export const latchedDocument = sql`
  case
    when excluded.document->>'source_system' = 'import' or not coalesce(${wasEscalated}, false) then excluded.document
    when excluded.document->'is_escalated' = 'true' then
      case when (tickets.document->>'escalated_at') collate "C" < excluded.document->>'escalated_at'
        then ${kept(sql`excluded.document`, 'escalated_at')} else excluded.document end
    else ${kept(
      kept(kept(sql`(excluded.document - 'escalation_known')`, 'escalation_reason'), 'escalation_level'),
      'escalated_at',
    )} || '{"is_escalated": true, "escalation_status": "resolved"}'
  end`;
