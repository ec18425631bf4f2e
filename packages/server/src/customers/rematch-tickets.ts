import type { Match } from '@cscx/support-core';
import type { KeyChange } from '../store/names-keys.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { StoredMatch } from '../store/ticket-matching.js';
import { hasChanges } from './changed-keys.js';
import type { LoadedMatcher } from './load-matcher.js';

/** Tickets held in memory at a time. */
const TICKETS_AT_A_TIME = 5000;

/** What matching anew has changed. */
export interface Rematched {
  /** Tickets that have another customer now, or none. */
  tickets: number;
  /** Customers that lost or won one. */
  customer_ids: Set<string>;
}

const isSame = (stored: StoredMatch, match: Match): boolean =>
  stored.customer_id === match.customer_id &&
  (match.customer_id === null ? stored.unmatched_reason === match.reason : stored.match_rule === match.rule);

/**
 * Matches stored tickets anew: afterwards each one is whose the matcher says it is. Only rows that differ are written.
 *
 * @param organization - in a transaction that has announced the change
 * @param concerned - which keys have changed; undefined: every ticket is looked at
 */
export const rematchTickets = async (
  { matching }: OrganizationStore,
  { match }: LoadedMatcher,
  concerned: KeyChange | undefined,
): Promise<Rematched> => {
  const rematched: Rematched = { tickets: 0, customer_ids: new Set() };
  if (concerned && !hasChanges(concerned)) return rematched;
  for (let after = ''; ;) {
    const stored = await matching.page(concerned, { after, limit: TICKETS_AT_A_TIME });
    const different = stored
      .map((ticket) => ({ stored: ticket, ticket_id: ticket.ticket_id, match: match(ticket) }))
      .filter((ticket) => !isSame(ticket.stored, ticket.match));
    if (different.length > 0) await matching.save(different);
    for (const { stored: before, match: now } of different) {
      if (before.customer_id === now.customer_id) continue;
      rematched.tickets += 1;
      for (const id of [before.customer_id, now.customer_id]) if (id !== null) rematched.customer_ids.add(id);
    }
    const last = stored.at(-1);
    if (!last || stored.length < TICKETS_AT_A_TIME) return rematched;
    after = last.ticket_id;
  }
};
