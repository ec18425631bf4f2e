import { sql } from 'kysely';
import type { RemovedTicket } from '@cscx/support-core';
import { withDataVersion } from './data-version.js';
import type { SupportDatabase } from './database.js';
import { storableJson } from './storable-json.js';

/** The last word on each ticket: one statement may not write a row twice. */
const lastWords = (removed: readonly RemovedTicket[]): RemovedTicket[] => [
  ...new Map(removed.map((ticket) => [ticket.ticket_id, ticket])).values(),
];

/** The text of survey answers goes with the ticket; their scores stay, as they do in its row. */
const forgetFeedback = (db: SupportDatabase, organizationId: string, ticketIds: readonly string[]) =>
  sql`
    update ticket_histories
    set events = (select jsonb_object_agg(key, value - 'feedback') from jsonb_each(events))
    where organization_id = ${organizationId} and ticket_id = any(${ticketIds}::text[]) and rated_at is not null
  `.execute(db);

/**
 * Takes tickets out of every number and every list, and forgets their text and who asked. What is stored in a newer
 * version stays, and ids that are not known are passed over.
 *
 * @returns ids of the tickets that this removed, or whose removal it dates anew
 */
export const removeTickets = async (
  db: SupportDatabase,
  organizationId: string,
  removed: readonly RemovedTicket[],
): Promise<Set<string>> => {
  if (removed.length === 0) return new Set();
  const last = lastWords(removed);
  return withDataVersion(db, organizationId, async (transaction, version) => {
    // Also asked for by their ids: the database would read every ticket for want of a guess how many there are.
    const { rows } = await sql<{ ticket_id: string }>`
      with gone as (
        select ticket_id, reason, source_updated_at
        from jsonb_to_recordset(${storableJson(last)}::jsonb)
          as r(ticket_id text, reason text, source_updated_at timestamptz)
      )
      update tickets set
        removed_reason = gone.reason,
        source_updated_at = greatest(tickets.source_updated_at, gone.source_updated_at),
        document = document || '{"subject": "", "requester_email": null, "csat_feedback": null}',
        data_version = ${version}
      from gone
      where tickets.organization_id = ${organizationId}
        and tickets.ticket_id = any(${last.map(({ ticket_id }) => ticket_id)}::text[])
        and tickets.ticket_id = gone.ticket_id
        and (gone.source_updated_at is null or tickets.source_updated_at <= gone.source_updated_at)
        and (tickets.removed_reason is distinct from gone.reason or tickets.source_updated_at < gone.source_updated_at)
      returning tickets.ticket_id`.execute(transaction);
    const ids = rows.map(({ ticket_id }) => ticket_id);
    if (ids.length > 0) await forgetFeedback(transaction, organizationId, ids);
    return new Set(ids);
  });
};
