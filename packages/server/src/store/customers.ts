import { sql } from 'kysely';
import type { Customer } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { storableJson } from './storable-json.js';
import { isVisibleCustomer, type VisibleCustomers } from './visible-customers.js';

/** The customers of one organization. */
export interface CustomerStore {
  /** @returns the customer, or undefined where this organization has none of that id */
  find(customerId: string): Promise<Customer | undefined>;
  /** All of them, or those of one CSM, by id. */
  list(filter?: { csm_id?: string | undefined; customer_ids?: readonly string[] }): Promise<Customer[]>;
  /**
   * Writes customers, replacing those already known. Whose stored tickets are does not change with it: see `saveCustomers`.
   *
   * @returns ids of those that were new or different; the rest stood there already
   */
  save(customers: readonly Customer[]): Promise<Set<string>>;
  /** Adds those not known yet and leaves the others as they are: what a ticket file implies is the weaker word. */
  addMissing(customers: readonly Customer[]): Promise<number>;
}

export const createCustomerStore = (
  db: SupportDatabase,
  organizationId: string,
  visible?: VisibleCustomers,
): CustomerStore => {
  const rows = (customers: readonly Customer[]) => {
    const latest = [...new Map(customers.map((customer) => [customer.customer_id, customer])).values()];
    return sql`
      select ${organizationId}::text, d->>'customer_id', d->>'name', d->>'csm_id', d
      from jsonb_array_elements(${storableJson(latest)}::jsonb) as d
      order by 2`;
  };
  const columns = sql.raw('(organization_id, customer_id, name, csm_id, document)');

  return {
    async find(customerId) {
      const row = await db
        .selectFrom('customers')
        .select('document')
        .where('organization_id', '=', organizationId)
        .where('customer_id', '=', customerId)
        .where(isVisibleCustomer(visible))
        .executeTakeFirst();
      return row?.document;
    },
    async list({ csm_id, customer_ids } = {}) {
      const found = await db
        .selectFrom('customers')
        .select('document')
        .where('organization_id', '=', organizationId)
        .where(isVisibleCustomer(visible))
        .$if(csm_id !== undefined, (query) => query.where('csm_id', '=', csm_id ?? null))
        .$if(customer_ids !== undefined, (query) =>
          query.where('customer_id', '=', sql<string>`any(${customer_ids ?? []}::text[])`),
        )
        .orderBy('customer_id')
        .execute();
      return found.map(({ document }) => document);
    },
    async save(customers) {
      const saved = await sql<{ customer_id: string }>`
        insert into customers ${columns} ${rows(customers)}
        on conflict (organization_id, customer_id) do update
          set name = excluded.name, csm_id = excluded.csm_id, document = excluded.document
          where customers.document is distinct from excluded.document
        returning customer_id`.execute(db);
      return new Set(saved.rows.map(({ customer_id }) => customer_id));
    },
    async addMissing(customers) {
      // The rows themselves are counted: of such an insert Citus says how many there were to insert.
      const added = await sql`
        insert into customers ${columns} ${rows(customers)}
        on conflict (organization_id, customer_id) do nothing
        returning customer_id`.execute(db);
      return added.rows.length;
    },
  };
};
