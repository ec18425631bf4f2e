import { sql } from 'kysely';
import type { Match, TicketDraft, TicketEvent } from '@cscx/support-core';
import { withDataVersion } from './data-version.js';
import type { SupportDatabase } from './database.js';
import { latchedDocument, withEscalationMoment } from './latched-escalation.js';
import { historyTexts, saveHistories } from './save-events.js';
import { type RowLists, rowsOf, toRowLists } from './row-lists.js';
import { storableJson } from './storable-json.js';

/** A ticket as it is stored: what its support system says of it, and whose it is. */
export interface MatchedTicket {
  draft: TicketDraft;
  match: Match;
}

/** What comes in together. */
export interface TicketsWithEvents {
  tickets: readonly MatchedTicket[];
  events: readonly TicketEvent[];
}

/** Tickets and histories as the database takes them. */
export interface TicketBatch {
  /** A statement each. */
  tickets: readonly RowLists[];
  histories: RowLists;
}

const versionOf = ({ draft }: MatchedTicket): number => Date.parse(draft.source_updated_at);

/**
 * One statement may not write a row twice: the oldest version of each ticket is in the first list, the next one in the
 * second, and so on. Nearly always there is one list.
 */
const versionsApart = (tickets: readonly MatchedTicket[]): (readonly MatchedTicket[])[] => {
  if (tickets.length === 0) return [];
  if (new Set(tickets.map(({ draft }) => draft.ticket_id)).size === tickets.length) return [tickets];
  const lists: MatchedTicket[][] = [];
  const seen = new Map<string, number>();
  for (const ticket of tickets.toSorted((a, b) => versionOf(a) - versionOf(b))) {
    const versions = seen.get(ticket.draft.ticket_id) ?? 0;
    seen.set(ticket.draft.ticket_id, versions + 1);
    (lists[versions] ??= []).push(ticket);
  }
  return lists;
};

const ticketRow = ({ draft: { company, ...document }, match }: MatchedTicket) => ({
  document: withEscalationMoment(document),
  company,
  customer_id: match.customer_id,
  match_rule: match.customer_id === null ? null : match.rule,
  unmatched_reason: match.customer_id === null ? match.reason : null,
});

/** Puts together what {@link saveTickets} writes, which takes as long as to write it. */
export const toTicketBatch = async ({ tickets, events }: TicketsWithEvents): Promise<TicketBatch> => {
  const batch = { tickets: [] as RowLists[], histories: await toRowLists(historyTexts(events)) };
  for (const versions of versionsApart(tickets)) {
    batch.tickets.push(await toRowLists(versions.map((ticket) => () => storableJson(ticketRow(ticket)))));
  }
  return batch;
};

/** In the order of their keys, as events are too: two writers then wait for each other instead of locking up. */
const saveFacts = (db: SupportDatabase, organizationId: string, lists: RowLists, data_version: number) =>
  sql<{ ticket_id: string }>`
    insert into tickets (organization_id, ticket_id, customer_id, match_rule, unmatched_reason, status, priority,
      category, created_at, resolved_at, source_updated_at, company, document, data_version)
    select ${organizationId}::text, ticket_id, customer_id, match_rule, unmatched_reason, status, priority, category,
      created_at, resolved_at, source_updated_at, company, document, ${data_version}::bigint
    from ${rowsOf(lists)}
      as r(document jsonb, company jsonb, customer_id text, match_rule text, unmatched_reason text),
      jsonb_to_record(document)
      as d(ticket_id text, status text, priority text, category text, created_at timestamptz, resolved_at timestamptz,
        source_updated_at timestamptz)
    order by 2
    on conflict (organization_id, ticket_id) do update set
      customer_id = excluded.customer_id, match_rule = excluded.match_rule,
      unmatched_reason = excluded.unmatched_reason, status = excluded.status, priority = excluded.priority,
      category = excluded.category, created_at = excluded.created_at, resolved_at = excluded.resolved_at,
      source_updated_at = excluded.source_updated_at, company = excluded.company, document = ${latchedDocument},
      removed_reason = null, data_version = excluded.data_version
    where tickets.source_updated_at <= excluded.source_updated_at
      and (tickets.document, tickets.company, tickets.customer_id, tickets.match_rule, tickets.unmatched_reason,
          tickets.removed_reason)
        is distinct from
        (${latchedDocument}, excluded.company, excluded.customer_id, excluded.match_rule, excluded.unmatched_reason,
          null)
    returning ticket_id`.execute(db);

/**
 * Writes a batch of tickets and of their history, best a thousand or two at a time. A version older than the
 * stored one changes nothing, and neither does the same content again. An escalation is not forgotten when its flag is
 * cleared, and a removed ticket counts again with a version at least as new as its removal.
 *
 * @param onSent - told when the database has something to do
 * @returns ids of the tickets that are new or now different
 */
export const saveTickets = (
  db: SupportDatabase,
  organizationId: string,
  { tickets, histories }: TicketBatch,
  onSent?: () => void,
): Promise<Set<string>> =>
  withDataVersion(db, organizationId, async (transaction, version) => {
    const changed = new Set<string>();
    const note = async (sent: Promise<{ rows: readonly { ticket_id: string }[] }>): Promise<void> => {
      onSent?.();
      const { rows } = await sent;
      for (const { ticket_id } of rows) changed.add(ticket_id);
    };
    for (const lists of tickets) await note(saveFacts(transaction, organizationId, lists, version));
    if (histories.length > 0) await note(saveHistories(transaction, organizationId, histories, version));
    return changed;
  });
