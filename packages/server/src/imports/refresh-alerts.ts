import { alertWindowStart, evaluateAlerts, type Instant } from '@cscx/support-core';
import { organizationSettingsSchema, slaPoliciesOf } from '../store/organization-settings.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** Customers evaluated at a time: what is held in memory, and one transaction. */
const CUSTOMERS_AT_A_TIME = 100;

/** Evaluates customers as of now and makes their stored alerts say what was found. */
export const refreshAlerts = async (
  organization: OrganizationStore,
  customerIds: readonly string[],
  { now, signal }: { now: Instant; signal?: AbortSignal | undefined },
): Promise<void> => {
  const settings = (await organization.find())?.settings ?? organizationSettingsSchema.parse({});
  const { timezone, thresholds } = settings;
  const options = { now, timezone, thresholds, ...slaPoliciesOf(settings) };
  const changed_since = alertWindowStart(now);
  for (let first = 0; first < customerIds.length; first += CUSTOMERS_AT_A_TIME) {
    signal?.throwIfAborted();
    const customer_ids = customerIds.slice(first, first + CUSTOMERS_AT_A_TIME);
    await organization.transaction(async ({ customers, tickets, alerts }) => {
      const byCustomer = await tickets.byCustomer({ customer_ids, changed_since });
      const findings = (await customers.list({ customer_ids })).flatMap((customer) =>
        evaluateAlerts({ customer, tickets: byCustomer.get(customer.customer_id) ?? [] }, options),
      );
      await alerts.reconcile(customer_ids, findings, now);
    });
  }
};
