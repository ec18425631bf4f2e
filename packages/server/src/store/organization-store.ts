import { sql } from 'kysely';
import type { Instant } from '@cscx/support-core';
import { type AlertRounds, createAlertRounds } from './alert-rounds.js';
import { type AlertStore, createAlertStore } from './alerts.js';
import { type ApiKeyStore, createApiKeyStore } from './api-keys.js';
import { type AuditLog, createAuditLog } from './audit-log.js';
import { type ConnectionStore, createConnectionStore } from './connections.js';
import { createCustomerStore, type CustomerStore } from './customers.js';
import type { SupportDatabase } from './database.js';
import { createHealthScoreStore, type HealthScoreStore } from './health-scores.js';
import { type OrganizationSettings, organizationSettingsSchema } from './organization-settings.js';
import { createReportTickets, type ReportTickets } from './report-tickets.js';
import { createSkippedRecordStore, type SkippedRecordStore } from './skipped-records.js';
import { createTicketLinkStore, type TicketLinkStore } from './ticket-links.js';
import { createTicketMatching, type TicketMatching } from './ticket-matching.js';
import type { TicketMemory } from './ticket-memory.js';
import { createTicketStore, type TicketStore } from './tickets.js';
import { createUnmatchedTicketStore, type UnmatchedTicketStore } from './unmatched-tickets.js';
import type { VisibleCustomers } from './visible-customers.js';
import { createWebhookDeliveryStore, type WebhookDeliveryStore } from './webhook-deliveries.js';

/** What an organization itself is: its settings, and how fresh its data are. */
export interface Organization {
  settings: OrganizationSettings;
  /**
   * Everything up to then is stored: as far as the connection that is furthest behind, of those that are read regularly
   * and have been read once; without any, when data last came in completely; null before the first time.
   */
  data_as_of: Instant | null;
  /** When anything came in last, be it a single ticket; null before the first time. */
  changed_at: Instant | null;
}

/** Everything of one organization, and nothing of any other. */
export interface OrganizationStore {
  readonly organization_id: string;
  readonly alertRounds: AlertRounds;
  readonly alerts: AlertStore;
  readonly apiKeys: ApiKeyStore;
  readonly audit: AuditLog;
  readonly connections: ConnectionStore;
  readonly customers: CustomerStore;
  readonly healthScores: HealthScoreStore;
  readonly matching: TicketMatching;
  /** Absent within a transaction: it knows only what is committed. */
  readonly memory: TicketMemory | undefined;
  readonly reportTickets: ReportTickets;
  readonly skippedRecords: SkippedRecordStore;
  readonly ticketLinks: TicketLinkStore;
  readonly tickets: TicketStore;
  readonly unmatchedTickets: UnmatchedTicketStore;
  readonly webhookDeliveries: WebhookDeliveryStore;
  /** @returns the organization, or undefined before it is created */
  find(): Promise<Organization | undefined>;
  /** Creates the organization unless it exists. */
  ensure(): Promise<void>;
  saveSettings(settings: Partial<OrganizationSettings>): Promise<void>;
  /** Notes that data came in completely at `at`; an earlier instant than the one known changes nothing. */
  markDataAsOf(at: Instant): Promise<void>;
  /** Notes that something came in at `at`; an earlier instant than the one known changes nothing. */
  markChanged(at: Instant): Promise<void>;
  /** Runs `work` so that all of it happens or nothing; within a transaction, in that one. */
  transaction<Result>(work: (organization: OrganizationStore) => Promise<Result>): Promise<Result>;
}

export const createOrganizationStore = (
  db: SupportDatabase,
  organizationId: string,
  visible?: VisibleCustomers,
  memory?: TicketMemory,
): OrganizationStore => ({
  organization_id: organizationId,
  alertRounds: createAlertRounds(db, organizationId),
  alerts: createAlertStore(db, organizationId, visible),
  apiKeys: createApiKeyStore(db, organizationId),
  audit: createAuditLog(db, organizationId),
  connections: createConnectionStore(db, organizationId),
  reportTickets: createReportTickets(db, organizationId),
  skippedRecords: createSkippedRecordStore(db, organizationId),
  customers: createCustomerStore(db, organizationId, visible),
  healthScores: createHealthScoreStore(db, organizationId),
  matching: createTicketMatching(db, organizationId),
  memory,
  ticketLinks: createTicketLinkStore(db, organizationId),
  tickets: createTicketStore(db, organizationId, visible),
  unmatchedTickets: createUnmatchedTicketStore(db, organizationId),
  webhookDeliveries: createWebhookDeliveryStore(db, organizationId),
  async find() {
    const row = await db
      .selectFrom('organizations')
      .select(['settings', 'data_as_of', sql<Date | null>`greatest(data_as_of, changed_at)`.as('changed_at')])
      .select((inside) =>
        inside
          .selectFrom('connections')
          .where('organization_id', '=', organizationId)
          .where('next_sync_at', 'is not', null)
          .select(({ fn }) => fn.min('connections.data_as_of').as('synced_until'))
          .as('synced_until'),
      )
      .where('organization_id', '=', organizationId)
      .executeTakeFirst();
    return (
      row && {
        settings: organizationSettingsSchema.parse(row.settings),
        data_as_of: (row.synced_until ?? row.data_as_of)?.toISOString() ?? null,
        changed_at: row.changed_at?.toISOString() ?? null,
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
  async markChanged(at) {
    await db
      .updateTable('organizations')
      .set({ changed_at: at })
      .where('organization_id', '=', organizationId)
      .where((is) => is.or([is('changed_at', 'is', null), is('changed_at', '<', new Date(at))]))
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
      ? work(createOrganizationStore(db, organizationId, visible))
      : db.transaction().execute((transaction) => work(createOrganizationStore(transaction, organizationId, visible))),
});
