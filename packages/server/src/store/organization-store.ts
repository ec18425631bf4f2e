import type { Instant } from '@cscx/support-core';
import { type AlertStore, createAlertStore } from './alerts.js';
import { type ApiKeyStore, createApiKeyStore } from './api-keys.js';
import { type ConnectionStore, createConnectionStore } from './connections.js';
import { createCustomerStore, type CustomerStore } from './customers.js';
import type { SupportDatabase } from './database.js';
import { type OrganizationSettings, organizationSettingsSchema } from './organization-settings.js';
import { createTicketStore, type TicketStore } from './tickets.js';

/** What an organization itself is: its settings, and how fresh its data are. */
export interface Organization {
  settings: OrganizationSettings;
  /** When data last came in completely; null before the first time. */
  data_as_of: Instant | null;
}

/** Everything of one organization, and nothing of any other. */
export interface OrganizationStore {
  readonly organization_id: string;
  readonly alerts: AlertStore;
  readonly apiKeys: ApiKeyStore;
  readonly connections: ConnectionStore;
  readonly customers: CustomerStore;
  readonly tickets: TicketStore;
  /** @returns the organization, or undefined before it is created */
  find(): Promise<Organization | undefined>;
  /** Creates the organization unless it exists. */
  ensure(): Promise<void>;
  saveSettings(settings: Partial<OrganizationSettings>): Promise<void>;
  /** Notes that data came in completely at `at`; an earlier instant than the one known changes nothing. */
  markDataAsOf(at: Instant): Promise<void>;
  /** Runs `work` so that all of it happens or nothing; within a transaction, in that one. */
  transaction<Result>(work: (organization: OrganizationStore) => Promise<Result>): Promise<Result>;
}

export const createOrganizationStore = (db: SupportDatabase, organizationId: string): OrganizationStore => ({
  organization_id: organizationId,
  alerts: createAlertStore(db, organizationId),
  apiKeys: createApiKeyStore(db, organizationId),
  connections: createConnectionStore(db, organizationId),
  customers: createCustomerStore(db, organizationId),
  tickets: createTicketStore(db, organizationId),
  async find() {
    const row = await db
      .selectFrom('organizations')
      .select(['settings', 'data_as_of'])
      .where('organization_id', '=', organizationId)
      .executeTakeFirst();
    return (
      row && {
        settings: organizationSettingsSchema.parse(row.settings),
        data_as_of: row.data_as_of?.toISOString() ?? null,
      }
    );
  },
  async ensure() {
    await db
      .insertInto('organizations')
      .values({ organization_id: organizationId, settings: '{}' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  async saveSettings(settings) {
    await db
      .updateTable('organizations')
      .set({ settings: JSON.stringify(settings) })
      .where('organization_id', '=', organizationId)
      .execute();
  },
  async markDataAsOf(at) {
    await db
      .updateTable('organizations')
      .set({ data_as_of: at })
      .where('organization_id', '=', organizationId)
      .where((is) => is.or([is('data_as_of', 'is', null), is('data_as_of', '<', new Date(at))]))
      .execute();
  },
  transaction: (work) =>
    db.isTransaction
      ? work(createOrganizationStore(db, organizationId))
      : db.transaction().execute((transaction) => work(createOrganizationStore(transaction, organizationId))),
});
