import { type Customer, customerSchema, type Instant } from '@cscx/support-core';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { changedKeys, hasChanges } from './changed-keys.js';
import { loadMatcher } from './load-matcher.js';
import { rematchTickets, type Rematched } from './rematch-tickets.js';

/** What a writing of customers did. */
export interface SavedCustomers {
  /** Customers that are new or now different. */
  saved: number;
  unchanged: number;
  /** Tickets that have another customer now, or none. */
  rematched: number;
}

type KnownCustomers = ReadonlyMap<string, Customer>;

/** A score that is not told is not forgotten. */
const withKnownScore = (customer: Customer, known: KnownCustomers): Customer => {
  const health_score = customer.health_score ?? known.get(customer.customer_id)?.health_score;
  return health_score == null ? customer : { ...customer, health_score };
};

const noteScores = async (
  { healthScores }: OrganizationStore,
  customers: readonly Customer[],
  { known, now }: { known: KnownCustomers; now: Instant },
): Promise<void> => {
  const scores = customers.flatMap(({ customer_id, health_score }) =>
    health_score == null || health_score === known.get(customer_id)?.health_score
      ? []
      : [{ customer_id, health_score, at: now }],
  );
  if (scores.length > 0) await healthScores.save(scores);
};

const rematch = async (
  organization: OrganizationStore,
  customers: readonly Customer[],
  known: KnownCustomers,
): Promise<Rematched> => {
  const change = changedKeys(known, customers);
  if (!hasChanges(change)) return { tickets: 0, customer_ids: new Set() };
  return rematchTickets(organization, await loadMatcher(organization), change);
};

/** The last word on each. */
const byId = (customers: readonly Customer[]): Map<string, Customer> =>
  new Map(customers.map((customer) => [customer.customer_id, customer]));

const writeCustomers = (
  organization: OrganizationStore,
  customerIds: readonly string[],
  change: (known: KnownCustomers) => KnownCustomers,
  { now }: { now: Instant },
): Promise<SavedCustomers> =>
  organization.transaction(async (inside) => {
    await inside.matching.change();
    const known = byId(await inside.customers.list({ customer_ids: customerIds }));
    const customers = [...change(known).values()].map((customer) => withKnownScore(customer, known));
    const saved = await inside.customers.save(customers);
    await noteScores(inside, customers, { known, now });
    const rematched = await rematch(inside, customers, known);
    await refreshAlerts(inside, [...new Set([...saved, ...rematched.customer_ids])], { now });
    if (saved.size > 0) await inside.markChanged(now);
    return { saved: saved.size, unchanged: customerIds.length - saved.size, rematched: rematched.tickets };
  });

/**
 * Writes customers, replacing those that are known, or nothing. Stored tickets are matched anew by the keys that changed, a
 * health score that changed is noted as of now, and the alerts of all whom it concerns are evaluated anew.
 *
 * @param organization - it has to exist
 */
export const saveCustomers = (
  organization: OrganizationStore,
  customers: readonly Customer[],
  options: { now: Instant },
): Promise<SavedCustomers> =>
  writeCustomers(
    organization,
    customers.map(({ customer_id }) => customer_id),
    () => byId(customers),
    options,
  );

/** A customer of whom only some fields are told; the others stay as they are. */
export type PatchedCustomer = Pick<Customer, 'customer_id'> & Partial<Customer>;

/** The same as {@link saveCustomers}; a customer that is not known yet gets its id for a name, unless one is told. */
export const patchCustomers = (
  organization: OrganizationStore,
  patches: readonly PatchedCustomer[],
  options: { now: Instant },
): Promise<SavedCustomers> =>
  writeCustomers(
    organization,
    patches.map(({ customer_id }) => customer_id),
    (known) => {
      const patched = new Map<string, Customer>();
      for (const patch of patches) {
        const { customer_id } = patch;
        const before = patched.get(customer_id) ?? known.get(customer_id);
        patched.set(
          customer_id,
          before ? { ...before, ...patch } : customerSchema.parse({ name: customer_id, csm_id: null, ...patch }),
        );
      }
      return patched;
    },
    options,
  );
