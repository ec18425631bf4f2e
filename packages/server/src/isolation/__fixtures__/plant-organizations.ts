import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { matched } from '../../__fixtures__/save-account.js';
import { refreshAlerts } from '../../imports/refresh-alerts.js';
import type { SupportStore } from '../../store/support-store.js';

/** When everything happens. */
export const NOW = '2026-11-20T12:00:00.000Z';

/** Organizations that have nothing to do with each other. */
export const ORGANIZATIONS = ['acme', 'globex', 'initech'] as const;

/** See {@link ORGANIZATIONS}. */
export type OrganizationId = (typeof ORGANIZATIONS)[number];

/** Something that has an id, and who may see it. */
export interface Planted {
  kind: 'customer' | 'ticket' | 'alert' | 'connection';
  id: string;
  organization_id: OrganizationId;
  /** Of a customer's own things; null: nobody's in particular, which a CSM does not see. */
  csm_id: string | null;
}

/** What stands in every text of it, so that it is found wherever it comes out. */
const markerOf = (organizationId: string, name: string): string => `marker-${organizationId}-${name}-`;

/** The CSMs have the same ids in each organization. */
const CSMS = ['maya', 'noor'] as const;

const customerOf = (organizationId: string, customer_id: string, csm_id: string) =>
  buildCustomer({
    customer_id,
    csm_id,
    name: `${markerOf(organizationId, csm_id)} ${customer_id}`,
    domains: [`${customer_id}.${organizationId}.example`],
    external_ids: { zendesk: [`company-${customer_id}`] },
  });

const ticketOf = (organizationId: string, account: string, number: number, marker: string) =>
  buildTicket({
    ticket_id: `zendesk:${account}:${number}`,
    external_id: String(number),
    source_system: 'zendesk',
    subject: `${markerOf(organizationId, marker)} ${number}`,
    priority: 'critical',
    created_at: '2026-11-18T09:00:00Z',
    requester_email: `${markerOf(organizationId, marker)}@example.com`,
  });

/** Two customers of each CSM, one of them with an id that every organization has; each with two tickets that are late. */
const plantCustomers = async (store: SupportStore, organizationId: OrganizationId): Promise<Planted[]> => {
  const { customers, tickets } = store.forOrganization(organizationId);
  const planted: Planted[] = [];
  for (const [index, csm_id] of CSMS.entries()) {
    for (const [place, name] of ['shared', organizationId].entries()) {
      const customer_id = `${name}-${csm_id}`;
      const numbers = [10 * index + 1, 10 * index + 2];
      const drafts = numbers.map((number) => ({
        ...ticketOf(organizationId, place === 0 ? 'desk' : organizationId, number, csm_id),
        customer_id,
      }));
      await customers.save([customerOf(organizationId, customer_id, csm_id)]);
      await tickets.save({ tickets: drafts.map(matched), events: [] });
      const owned = { organization_id: organizationId, csm_id };
      planted.push({ kind: 'customer', id: customer_id, ...owned });
      planted.push(...drafts.map(({ ticket_id: id }) => ({ kind: 'ticket' as const, id, ...owned })));
    }
  }
  return planted;
};

/** Tickets that are nobody's, one with an id that every organization has. */
const plantUnmatched = async (store: SupportStore, organizationId: OrganizationId): Promise<Planted[]> => {
  const drafts = ['desk', organizationId].map((account) => ticketOf(organizationId, account, 90, 'unmatched'));
  await store.forOrganization(organizationId).tickets.save({
    tickets: drafts.map(({ customer_id: _, events: _events, ...draft }) => ({
      draft,
      match: { customer_id: null, reason: 'no_key' },
    })),
    events: [],
  });
  return drafts.map(({ ticket_id: id }) => ({ kind: 'ticket', id, organization_id: organizationId, csm_id: null }));
};

const plantConnections = async (store: SupportStore, organizationId: OrganizationId): Promise<Planted[]> => {
  const { connections, skippedRecords } = store.forOrganization(organizationId);
  const ids = ['desk', `desk-${organizationId}`];
  for (const connection_id of ids) {
    const name = markerOf(organizationId, 'connection');
    const account = `zendesk:${connection_id}:`;
    const details = { connection_id, source_system: 'zendesk', name, account, settings: { subdomain: name } };
    await connections.save({ ...details, credentials: name, next_sync_at: NOW }, NOW);
    const skipped = { position: name, field: 'status', reason: name };
    await skippedRecords.save(connection_id, [{ ...skipped, record: null }], NOW);
  }
  return ids.map((id) => ({ kind: 'connection', id, organization_id: organizationId, csm_id: null }));
};

/** Fills an organization with one of everything. */
export const plantOrganization = async (store: SupportStore, organizationId: OrganizationId): Promise<Planted[]> => {
  const organization = store.forOrganization(organizationId);
  await organization.ensure();
  const planted = [
    ...(await plantCustomers(store, organizationId)),
    ...(await plantUnmatched(store, organizationId)),
    ...(await plantConnections(store, organizationId)),
  ];
  const customer_ids = (await organization.customers.list()).map(({ customer_id }) => customer_id);
  await organization.healthScores.save(customer_ids.map((customer_id) => ({ customer_id, health_score: 50, at: NOW })));
  await refreshAlerts(organization, customer_ids, { now: NOW });
  await organization.markDataAsOf(NOW);
  const alerts = await organization.alerts.page({ limit: 100, now: NOW });
  return [
    ...planted,
    ...alerts.map(({ alert_id: id, csm_id = null }) => ({
      kind: 'alert' as const,
      id,
      organization_id: organizationId,
      csm_id,
    })),
  ];
};
