import { setImmediate as nextTurn } from 'node:timers/promises';
import { alertWindowStart, evaluateAlerts, type Instant, isOverBefore } from '@cscx/support-core';
import { assess } from '../reports/assess-ticket.js';
import { organizationSettingsSchema, slaPoliciesOf } from '../store/organization-settings.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { staleAccounts, staleSyncFindings } from '../sync/stale-sync-findings.js';

/** Customers evaluated at a time, in one transaction, for which others of an embedded database wait. */
const CUSTOMERS_AT_A_TIME = 25;

/** Evaluates customers as of now and makes their stored alerts say what was found. */
export const refreshAlerts = async (
  organization: OrganizationStore,
  customerIds: readonly string[],
  { now, signal }: { now: Instant; signal?: AbortSignal | undefined },
): Promise<void> => {
  const settings = (await organization.find())?.settings ?? organizationSettingsSchema.parse({});
  const { timezone, thresholds } = settings;
  const options = { now, timezone, thresholds, ...slaPoliciesOf(settings), assess };
  const changed_since = alertWindowStart(now);
  const start = Date.parse(changed_since);
  const stale = staleAccounts(await organization.connections.list(), now);
  for (let first = 0; first < customerIds.length; first += CUSTOMERS_AT_A_TIME) {
    // An embedded database answers without ever letting go of the process: requests have their turn here.
    await nextTurn();
    signal?.throwIfAborted();
    const customer_ids = customerIds.slice(first, first + CUSTOMERS_AT_A_TIME);
    const inMemory = await organization.memory?.read({ customer_ids, changed_since });
    await organization.transaction(async ({ customers, tickets, reportTickets, alerts }) => {
      // Of two evaluations at once, the one that read older tickets could write last.
      await alerts.hold();
      const isCurrent = inMemory?.version === (await reportTickets.version());
      const byCustomer =
        inMemory && isCurrent ? inMemory.byCustomer : await tickets.byCustomer({ customer_ids, changed_since });
      const findings = (await customers.list({ customer_ids })).flatMap((customer) => {
        const known = byCustomer.get(customer.customer_id) ?? [];
        const account = { customer, tickets: known.filter((ticket) => !isOverBefore(ticket, start)) };
        return [...evaluateAlerts(account, options), ...staleSyncFindings({ customer, tickets: known }, stale)];
      });
      await alerts.reconcile(customer_ids, findings, now);
    });
  }
};
