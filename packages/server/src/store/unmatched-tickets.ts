import { sql } from 'kysely';
import type { SourceSystem, UnmatchedReason } from '@cscx/support-core';
import type { UnmatchedTicket } from '@cscx/support-core/api';
import type { SupportDatabase, TicketDocument } from './database.js';

/** Where in the queue, newest first, a page starts: the ticket before it. */
export type UnmatchedPosition = Pick<UnmatchedTicket, 'created_at' | 'ticket_id'>;

/** Which tickets of the queue. */
export interface UnmatchedSelection {
  reason?: UnmatchedReason | undefined;
  source_system?: SourceSystem | undefined;
  after?: UnmatchedPosition | undefined;
  limit: number;
}

/** The tickets of one organization of which nobody can tell whose they are. */
export interface UnmatchedTicketStore {
  /** Newest first. */
  page(selection: UnmatchedSelection): Promise<UnmatchedTicket[]>;
  /** How many there are for each reason. */
  countByReason(): Promise<Record<UnmatchedReason, number>>;
}

const NONE: Readonly<Record<UnmatchedReason, number>> = {
  no_key: 0,
  unknown_key: 0,
  free_mail: 0,
  ignored_domain: 0,
  conflict: 0,
  unknown_link: 0,
};

interface UnmatchedRow {
  document: TicketDocument;
  company: UnmatchedTicket['company'];
  unmatched_reason: UnmatchedReason;
}

const toUnmatchedTicket = ({ document, company, unmatched_reason }: UnmatchedRow): UnmatchedTicket => ({
  ticket_id: document.ticket_id,
  subject: document.subject,
  status: document.status,
  priority: document.priority,
  created_at: document.created_at,
  source_updated_at: document.source_updated_at,
  source_system: document.source_system,
  external_id: document.external_id,
  external_url: document.external_url,
  requester_email: document.requester_email,
  company,
  reason: unmatched_reason,
});

export const createUnmatchedTicketStore = (db: SupportDatabase, organizationId: string): UnmatchedTicketStore => {
  const queue = sql`organization_id = ${organizationId} and customer_id is null and removed_reason is null`;
  return {
    async page({ reason, source_system, after, limit }) {
      const where = [
        queue,
        ...(reason ? [sql`unmatched_reason = ${reason}`] : []),
        ...(source_system ? [sql`document->>'source_system' = ${source_system}`] : []),
        ...(after ? [sql`(created_at, ticket_id) < (${after.created_at}::timestamptz, ${after.ticket_id})`] : []),
      ];
      const { rows } = await sql<UnmatchedRow>`
        select document, company, unmatched_reason
        from tickets
        where ${sql.join(where, sql` and `)}
        order by created_at desc, ticket_id desc
        limit ${limit}`.execute(db);
      return rows.map(toUnmatchedTicket);
    },
    async countByReason() {
      const { rows } = await sql<{ reason: UnmatchedReason; tickets: number }>`
        select unmatched_reason as reason, count(*)::integer as tickets
        from tickets
        where ${queue}
        group by unmatched_reason`.execute(db);
      return { ...NONE, ...Object.fromEntries(rows.map(({ reason, tickets }) => [reason, tickets])) };
    },
  };
};
