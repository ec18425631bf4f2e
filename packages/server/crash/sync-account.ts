import type { ConnectorClock } from '@cscx/support-core/connectors';
import {
  createSimulatedAccount,
  createSimulatedClock,
  createSimulatedZendesk,
  RANDOM_COMPANIES,
  randomStories,
} from '@cscx/support-core/simulators';
import { buildCustomer } from '@cscx/support-core/testing';
import { createConnector, type SupportStore } from '@cscx/support-server';

/** When the account is read; its tickets are older. */
export const READ_AT = Date.parse('2026-11-02T09:00:00Z');
const DAYS_MS = 20 * 86_400_000;

export const CONNECTION = 'desk';

/** An account that is the same in every process: what its number says. */
export const openAccount = async (seed: number, tickets: number) => {
  const stories = randomStories({ count: tickets, seed, from: READ_AT - DAYS_MS, to: READ_AT });
  const account = createSimulatedAccount({ now: READ_AT, stories });
  const clock = createSimulatedClock(READ_AT);
  const { settings, credentials, fetch } = createSimulatedZendesk({ account, clock, request_ms: 1 });
  const services: { fetch: typeof fetch; clock: ConnectorClock } = { fetch, clock };
  return createConnector({ source_system: 'zendesk', settings, credentials }, services);
};

/** Makes the organization whose tickets the account has. */
export const openOrganization = async (store: SupportStore, organizationId: string) => {
  const organization = store.forOrganization(organizationId);
  await organization.ensure();
  await organization.customers.save(
    RANDOM_COMPANIES.map(({ id, name, domain }) =>
      buildCustomer({ customer_id: `company-${id}`, name, domains: [domain] }),
    ),
  );
  return organization;
};
