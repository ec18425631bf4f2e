import { sql } from 'kysely';
import type { TicketDraft, TicketPatch } from '@cscx/support-core';
import { withDataVersion } from './data-version.js';
import type { SupportDatabase, TicketDocument } from './database.js';
import { type MatchedTicket, saveTickets, toTicketBatch } from './save-tickets.js';

/** Puts together what a ticket's row keeps apart. */
export const storedDraft = ({
  document,
  company,
}: {
  document: TicketDocument;
  company: TicketDraft['company'] | null;
}): TicketDraft => ({ ...document, ...(company && { company }) });

/** Tickets as they are stored; their rows are kept from other writers until the transaction ends. */
const storedDrafts = async (
  db: SupportDatabase,
  organizationId: string,
  ticketIds: readonly string[],
): Promise<Map<string, TicketDraft>> => {
  const rows = await db
    .selectFrom('tickets')
    .select(['ticket_id', 'document', 'company'])
    .where('organization_id', '=', organizationId)
    .where('ticket_id', '=', sql<string>`any(${ticketIds}::text[])`)
    .orderBy('ticket_id')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ ticket_id, ...row }) => [ticket_id, storedDraft(row)]));
};

const withGiven = (stored: TicketDraft, { draft, given }: TicketPatch): TicketDraft => ({
  ...stored,
  ...Object.fromEntries(given.map((field) => [field, draft[field]])),
  source_updated_at: draft.source_updated_at,
});

const isOlder = (draft: TicketDraft, than: TicketDraft): boolean =>
  Date.parse(draft.source_updated_at) < Date.parse(than.source_updated_at);

/** Writes tickets of which only some fields came; see `TicketStore.patch`. */
export const patchTickets = (
  db: SupportDatabase,
  organizationId: string,
  patches: readonly TicketPatch[],
  match: (draft: TicketDraft) => MatchedTicket,
): Promise<Set<string>> =>
  // The version comes before the rows: whoever writes waits for it first.
  withDataVersion(db, organizationId, async (transaction) => {
    const ids = patches.map(({ draft }) => draft.ticket_id);
    const drafts = await storedDrafts(transaction, organizationId, ids);
    const changed = new Map<string, TicketDraft>();
    for (const patch of patches) {
      const { ticket_id } = patch.draft;
      const stored = drafts.get(ticket_id);
      if (stored && isOlder(patch.draft, stored)) continue;
      const draft = stored ? withGiven(stored, patch) : patch.draft;
      drafts.set(ticket_id, draft);
      changed.set(ticket_id, draft);
    }
    const tickets = [...changed.values()].map(match);
    return saveTickets(transaction, organizationId, await toTicketBatch({ tickets, events: [] }));
  });
