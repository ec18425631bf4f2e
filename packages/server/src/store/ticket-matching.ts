import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Match } from '@cscx/support-core';
import type { TicketKeys } from '@cscx/support-core/matching';
import { withDataVersion } from './data-version.js';
import type { SupportDatabase } from './database.js';
import { type KeyChange, namesKeys } from './names-keys.js';
import { shareLock, takeLock } from './organization-lock.js';
import { storableJson } from './storable-json.js';

/** What tells whose a stored ticket is, and whose it is said to be. */
export interface StoredMatch extends TicketKeys {
  customer_id: string | null;
  match_rule: string | null;
  unmatched_reason: string | null;
}

/** What matching is done with, by a name that is used once. */
export interface MatchingVersion {
  previous: string;
  current: string;
}

/** Whose the tickets of one organization are. */
export interface TicketMatching {
  /**
   * Keeps customers, links and ignored domains as they are until this transaction ends. Whoever writes tickets calls it
   * first, so that a change and a batch of tickets never pass each other.
   *
   * @returns the version of what is matched with
   */
  hold(): Promise<string>;
  /**
   * Lets nobody else change these or write tickets until this transaction ends. Comes before the change, and never after
   * {@link TicketMatching.hold}: two that have both held would wait for each other.
   */
  change(): Promise<MatchingVersion>;
  /**
   * Tickets by id that have one of the keys, and maybe some others; removed ones are left out, since the address by which
   * they were matched is forgotten.
   *
   * @param concerned - undefined: all of them
   */
  page(concerned: KeyChange | undefined, page: { after: string; limit: number }): Promise<StoredMatch[]>;
  /** Writes whose tickets are; nothing else of them changes. */
  save(matches: readonly { ticket_id: string; match: Match }[]): Promise<void>;
}

const matchColumns = ({ ticket_id, match }: { ticket_id: string; match: Match }) => ({
  ticket_id,
  customer_id: match.customer_id,
  match_rule: match.customer_id === null ? null : match.rule,
  unmatched_reason: match.customer_id === null ? match.reason : null,
});

export const createTicketMatching = (db: SupportDatabase, organizationId: string): TicketMatching => {
  const matchingVersion = async (): Promise<string> => {
    const row = await db
      .selectFrom('organizations')
      .select('matching_version')
      .where('organization_id', '=', organizationId)
      .executeTakeFirst();
    return row?.matching_version ?? '';
  };

  return {
    async hold() {
      await shareLock(db, 'matching', organizationId);
      return matchingVersion();
    },
    async change() {
      await takeLock(db, 'matching', organizationId);
      const previous = await matchingVersion();
      const current = randomUUID();
      await db
        .updateTable('organizations')
        .set({ matching_version: current })
        .where('organization_id', '=', organizationId)
        .execute();
      return { previous, current };
    },
    async page(concerned, { after, limit }) {
      const { rows } = await sql<StoredMatch>`
        select ticket_id, document->>'source_system' as source_system, company,
          document->>'requester_email' as requester_email, customer_id, match_rule, unmatched_reason
        from tickets
        where organization_id = ${organizationId}
          and removed_reason is null
          and ticket_id > ${after}
          and ${concerned ? namesKeys(concerned) : sql`true`}
        order by ticket_id
        limit ${limit}`.execute(db);
      return rows;
    },
    save: (matches) =>
      withDataVersion(db, organizationId, async (transaction, version) => {
        await sql`
          update tickets set customer_id = r.customer_id, match_rule = r.match_rule,
            unmatched_reason = r.unmatched_reason, data_version = ${version}
          from jsonb_to_recordset(${storableJson(matches.map(matchColumns))}::jsonb)
            as r(ticket_id text, customer_id text, match_rule text, unmatched_reason text)
          where tickets.organization_id = ${organizationId} and tickets.ticket_id = r.ticket_id`.execute(transaction);
      }),
  };
};
