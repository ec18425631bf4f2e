import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  alertWindowStart,
  type AlertFinding,
  type Customer,
  evaluateAlerts,
  type Instant,
  isOverBefore,
} from '@cscx/support-core';
import { assess } from '../reports/assess-ticket.js';
import { organizationSettingsSchema, slaPoliciesOf } from '../store/organization-settings.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { CustomerTickets } from '../store/organization-tickets.js';
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

  /** An embedded database answers without ever letting go of the process: requests have their turn between customers. */
  const evaluate = async (
    customers: readonly Customer[],
    byCustomer: ReadonlyMap<string, CustomerTickets>,
  ): Promise<AlertFinding[]> => {
    const findings: AlertFinding[] = [];
    for (const customer of customers) {
      await nextTurn();
      const known = byCustomer.get(customer.customer_id) ?? [];
      const account = { customer, tickets: known.filter((ticket) => !isOverBefore(ticket, start)) };
      findings.push(...evaluateAlerts(account, options), ...staleSyncFindings({ customer, tickets: known }, stale));
    }
    return findings;
  };

  /** What is found outside of a transaction, in which nothing waits; and of what. */
  const evaluateInMemory = async (customer_ids: readonly string[]) => {
    if (!organization.memory) return undefined;
    const customers = await organization.customers.list({ customer_ids });
    const { version, byCustomer } = await organization.memory.read({ customer_ids, changed_since });
    return { customers, version, findings: await evaluate(customers, byCustomer) };
  };

  for (let first = 0; first < customerIds.length; first += CUSTOMERS_AT_A_TIME) {
    signal?.throwIfAborted();
    const customer_ids = customerIds.slice(first, first + CUSTOMERS_AT_A_TIME);
    const before = await evaluateInMemory(customer_ids);
    await organization.transaction(async ({ customers, tickets, reportTickets, alerts }) => {
      // Of two evaluations at once, the one that read older tickets could write last.
      await alerts.hold();
      const listed = await customers.list({ customer_ids });
      const isCurrent =
        before?.version === (await reportTickets.version()) && isDeepStrictEqual(before?.customers, listed);
      const findings =
        before && isCurrent
          ? before.findings
          : await evaluate(listed, await tickets.byCustomer({ customer_ids, changed_since }));
      await alerts.reconcile(customer_ids, findings, now);
    });
  }
};
