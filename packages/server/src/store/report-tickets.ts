import { sql } from 'kysely';
import type { Instant, TicketRecord } from '@cscx/support-core';
import type { SupportDatabase, TicketDocument } from './database.js';
import { historyColumn, toTicketRecord, type TicketRecordRow } from './ticket-record.js';

/** A ticket that has changed: as reports take it, or that it counts for nobody any more. */
export interface ChangedTicket {
  ticket_id: string;
  /** Null where it was removed, or is nobody's now. */
  ticket: TicketRecord | null;
}

/**
 * The tickets of one organization as reports take them, without the texts and names that no number depends on. It
 * sees all customers, so whoever asks has to know which of them are seen.
 */
export interface ReportTickets {
  /** Grows with every change of the tickets; 0 before the first. */
  version(): Promise<number>;
  /** As `TicketStore.byCustomer`. */
  byCustomer(options: { customer_ids: readonly string[]; changed_since: Instant }): Promise<TicketRecord[]>;
  /** Tickets that were changed after a version. */
  changedAfter(version: number, limit: number): Promise<ChangedTicket[]>;
}

const TEXTS = ['subject', 'tags', 'csat_feedback', 'requester_email', 'assignee', 'external_url', 'raw_priority'];

const leanColumns = (organizationId: string) => sql`
  tickets.customer_id, tickets.document - ${sql.lit(`{${TEXTS.join(',')}}`)}::text[] as document,
  ${historyColumn(organizationId)}`;

type LeanRow = Omit<TicketRecordRow, 'document'> & { document: Omit<TicketDocument, 'subject' | 'tags'> };

const NO_TAGS: string[] = [];

const toLeanRecord = ({ document, ...row }: LeanRow): TicketRecord =>
  toTicketRecord({ ...row, document: { ...document, subject: '', tags: NO_TAGS } });

export const createReportTickets = (db: SupportDatabase, organizationId: string): ReportTickets => ({
  async version() {
    const { rows } = await sql<{ version: number }>`
      select version::float8 as version from data_versions where organization_id = ${organizationId}`.execute(db);
    return rows[0]?.version ?? 0;
  },
  async byCustomer({ customer_ids, changed_since }) {
    const { rows } = await sql<LeanRow>`
      select ${leanColumns(organizationId)}
      from tickets
      where organization_id = ${organizationId}
        and customer_id = any(${customer_ids}::text[])
        and removed_reason is null
        and (status in ('open', 'pending') or source_updated_at >= ${changed_since} or ticket_id in (
          select h.ticket_id from ticket_histories h
          where h.organization_id = ${organizationId} and h.rated_at >= ${changed_since}))`.execute(db);
    return rows.map(toLeanRecord);
  },
  async changedAfter(version, limit) {
    const { rows } = await sql<LeanRow & { ticket_id: string; counts: boolean }>`
      select ticket_id, ${leanColumns(organizationId)}, removed_reason is null and customer_id is not null as counts
      from tickets
      where organization_id = ${organizationId} and ticket_id in (
        select t.ticket_id from tickets t
        where t.organization_id = ${organizationId} and t.data_version > ${version}
        union
        select h.ticket_id from ticket_histories h
        where h.organization_id = ${organizationId} and h.data_version > ${version})
      limit ${limit}`.execute(db);
    return rows.map(({ ticket_id, counts, ...row }) => ({ ticket_id, ticket: counts ? toLeanRecord(row) : null }));
  },
});
