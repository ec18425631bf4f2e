import type { Customer } from '@cscx/support-core';
import { changedKeys } from '../customers/changed-keys.js';
import { type LoadedMatcher, loadMatcher } from '../customers/load-matcher.js';
import { rematchTickets } from '../customers/rematch-tickets.js';
import type { MatchedTicket } from '../store/save-tickets.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** Says whose tickets are, as of one transaction. */
export interface TransactionMatching {
  match: (draft: MatchedTicket['draft']) => MatchedTicket;
  /** Customers that lost or won a stored ticket, because customers were added. */
  customer_ids: ReadonlySet<string>;
}

/** Says whose tickets are while they come in by batches and people go on changing customers and links. */
export interface CustomerMatching {
  /**
   * To be called first in each transaction that writes tickets: the answers are those of the newest customers and links,
   * and nobody changes these until it ends. After a transaction that failed, customers that it had added are taken for known.
   *
   * @param implied - customers that a file names; those that nobody knows yet are added
   */
  within(organization: OrganizationStore, implied?: readonly Customer[]): Promise<TransactionMatching>;
  /** The answers of the last transaction: as long as the next one's `match` is the same function, they stand. */
  latest(): TransactionMatching['match'] | undefined;
}

interface KeptMatcher {
  version: string;
  matcher: LoadedMatcher;
  match: TransactionMatching['match'];
}

const keep = (version: string, matcher: LoadedMatcher): KeptMatcher => ({
  version,
  matcher,
  match: (draft) => ({ draft, match: matcher.match(draft) }),
});

/** Keeps what it has loaded as long as nothing has changed. */
export const createCustomerMatching = (): CustomerMatching => {
  let kept: KeptMatcher | undefined;

  const load = async (organization: OrganizationStore, version: string): Promise<KeptMatcher> =>
    kept?.version === version ? kept : keep(version, await loadMatcher(organization));

  const addMissing = async (organization: OrganizationStore, implied: readonly Customer[]) => {
    const { previous, current } = await organization.matching.change();
    const { matcher } = await load(organization, previous);
    // Somebody else may have added them meanwhile.
    const missing = implied.filter(({ customer_id }) => !matcher.isKnown(customer_id));
    await organization.customers.addMissing(missing);
    kept = keep(current, matcher.withAdded(missing));
    return { ...kept, ...(await rematchTickets(organization, kept.matcher, changedKeys(new Map(), missing))) };
  };

  const holdCurrent = async (organization: OrganizationStore) => {
    kept = await load(organization, await organization.matching.hold());
    return { ...kept, customer_ids: new Set<string>() };
  };

  return {
    async within(organization, implied = []) {
      const isAdding = implied.some(({ customer_id }) => !kept?.matcher.isKnown(customer_id));
      const { match, customer_ids } = isAdding
        ? await addMissing(organization, implied)
        : await holdCurrent(organization);
      return { match, customer_ids };
    },
    latest: () => kept?.match,
  };
};
