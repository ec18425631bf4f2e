import type { Instant } from '@cscx/support-core';
import { faultOf } from '../http/fault-of.js';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import type { Logger } from '../logger.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { later, nextAlertsAt } from './schedule.js';

/** What a round takes. */
export interface AlertRoundOptions {
  now: () => Instant;
  random: () => number;
  logger: Logger;
  signal: AbortSignal;
}

/** Organizations that are looked up at a time; other processes may take some of them. */
const ORGANIZATIONS_AT_A_TIME = 20;
/** If the process that took a round ends with it, or fails, somebody takes it again after so long. */
const TAKEN_MS = 60_000;

const evaluate = async (organization: OrganizationStore, { now, random, signal }: AlertRoundOptions): Promise<void> => {
  const begun = now();
  if (!(await organization.alertRounds.claim(begun, later(begun, TAKEN_MS)))) return;
  const customers = await organization.customers.list();
  const customer_ids = customers.map(({ customer_id }) => customer_id);
  await refreshAlerts(organization, customer_ids, { now: begun, signal });
  await organization.alertRounds.schedule(nextAlertsAt({ now: begun, random }));
};

/**
 * Evaluates the alerts of organizations whose turn it is: a target can be missed without anything happening to a ticket.
 * Each organization is taken by one process; evaluating one twice changes nothing, and one that fails holds up no other.
 */
export const evaluateDueAlerts = async (store: SupportStore, options: AlertRoundOptions): Promise<void> => {
  const { now, logger, signal } = options;
  for (let hasFailed = false; !hasFailed;) {
    const due = await store.dueOrganizations(now(), ORGANIZATIONS_AT_A_TIME);
    for (const organization_id of due) {
      signal.throwIfAborted();
      try {
        await evaluate(store.forOrganization(organization_id), options);
      } catch (error) {
        hasFailed = true;
        if (!signal.aborted) logger.error({ organization_id, ...faultOf(error) }, 'alerts not evaluated');
      }
    }
    if (due.length < ORGANIZATIONS_AT_A_TIME) return;
  }
};
