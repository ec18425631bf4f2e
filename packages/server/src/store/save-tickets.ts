import { sql } from 'kysely';
import type { Match, TicketDraft, TicketEvent } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { storableJson } from './storable-json.js';

/** A ticket as it is stored: what its support system says of it, and whose it is. */
export interface MatchedTicket {
  draft: TicketDraft;
  match: Match;
}

/** The newest version of each ticket: one statement may not write a row twice. */
const newestVersions = (tickets: readonly MatchedTicket[]): MatchedTicket[] => {
  const newest = new Map<string, MatchedTicket>();
  for (const ticket of tickets) {
    const other = newest.get(ticket.draft.ticket_id);
    if (other && Date.parse(other.draft.source_updated_at) > Date.parse(ticket.draft.source_updated_at)) continue;
    newest.set(ticket.draft.ticket_id, ticket);
  }
  return [...newest.values()];
};

const ticketRow = ({ draft: { company, ...document }, match }: MatchedTicket) => ({
  document,
  company: company ?? null,
  customer_id: match.customer_id,
  match_rule: match.customer_id === null ? null : match.rule,
  unmatched_reason: match.customer_id === null ? match.reason : null,
});

/** In the order of their keys, as events are too: two writers then wait for each other instead of locking up. */
const saveFacts = (db: SupportDatabase, organizationId: string, tickets: readonly MatchedTicket[]) =>
  sql<{ ticket_id: string }>`
    insert into tickets (organization_id, ticket_id, customer_id, match_rule, unmatched_reason, status, priority,
      category, created_at, resolved_at, source_updated_at, company, document)
    select ${organizationId}::text, document->>'ticket_id', customer_id, match_rule, unmatched_reason,
      document->>'status', document->>'priority', document->>'category', (document->>'created_at')::timestamptz,
      (document->>'resolved_at')::timestamptz, (document->>'source_updated_at')::timestamptz, company, document
    from jsonb_to_recordset(${storableJson(newestVersions(tickets).map(ticketRow))}::jsonb)
      as r(document jsonb, company jsonb, customer_id text, match_rule text, unmatched_reason text)
    order by 2
    on conflict (organization_id, ticket_id) do update set
      customer_id = excluded.customer_id, match_rule = excluded.match_rule,
      unmatched_reason = excluded.unmatched_reason, status = excluded.status, priority = excluded.priority,
      category = excluded.category, created_at = excluded.created_at, resolved_at = excluded.resolved_at,
      source_updated_at = excluded.source_updated_at, company = excluded.company, document = excluded.document
    where tickets.source_updated_at <= excluded.source_updated_at
      and (tickets.document, tickets.company, tickets.customer_id, tickets.match_rule, tickets.unmatched_reason)
        is distinct from
        (excluded.document, excluded.company, excluded.customer_id, excluded.match_rule, excluded.unmatched_reason)
    returning ticket_id`.execute(db);

/** Events of one instant stay in the order in which they came: `position` breaks the tie. */
const saveEvents = (db: SupportDatabase, organizationId: string, events: readonly TicketEvent[]) => {
  const byId = new Map(events.map((event) => [`${event.ticket_id}\n${event.event_id}`, event]));
  return sql<{ ticket_id: string }>`
    insert into ticket_events (organization_id, ticket_id, event_id, at, position, document)
    select ${organizationId}::text, d->>'ticket_id', d->>'event_id', (d->>'at')::timestamptz, position, d
    from jsonb_array_elements(${storableJson([...byId.values()])}::jsonb) with ordinality as r(d, position)
    order by 2, 3
    on conflict (organization_id, ticket_id, event_id) do update set at = excluded.at, document = excluded.document
    where ticket_events.document is distinct from excluded.document
    returning ticket_id`.execute(db);
};

/**
 * Writes a batch of tickets and of their history, best about a thousand tickets at a time. A version older than the
 * stored one changes nothing, and neither does the same content again.
 *
 * @returns ids of the tickets that are new or now different
 */
export const saveTickets = async (
  db: SupportDatabase,
  organizationId: string,
  { tickets, events }: { tickets: readonly MatchedTicket[]; events: readonly TicketEvent[] },
): Promise<Set<string>> => {
  const changed = tickets.length > 0 ? (await saveFacts(db, organizationId, tickets)).rows : [];
  const extended = events.length > 0 ? (await saveEvents(db, organizationId, events)).rows : [];
  return new Set([...changed, ...extended].map(({ ticket_id }) => ticket_id));
};
