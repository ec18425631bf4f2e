import { type RawBuilder, sql } from 'kysely';

/** Which customers of an organization are seen: those of one CSM, or of nobody, and then none. */
export interface VisibleCustomers {
  csm_id: string | null;
}

/** A condition on rows of `customers`. Without a limit, everything is seen. */
export const isVisibleCustomer = (visible: VisibleCustomers | undefined): RawBuilder<boolean> =>
  visible ? sql<boolean>`customers.csm_id = ${visible.csm_id}::text` : sql<boolean>`true`;

/** A condition on rows of another table that carry a `customer_id`: {@link isVisibleCustomer} of theirs. */
export const isOfVisibleCustomer = (
  organizationId: string,
  visible: VisibleCustomers | undefined,
): RawBuilder<boolean> =>
  visible
    ? sql<boolean>`customer_id in (
        select customers.customer_id from customers
        where customers.organization_id = ${organizationId} and ${isVisibleCustomer(visible)})`
    : sql<boolean>`true`;
