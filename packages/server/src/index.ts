export { apiKeyAccess } from './auth/api-key-access.js';
export { type Authenticate, type Connection, firstOf, type Principal } from './auth/authenticate.js';
export { demoAccess } from './auth/demo-access.js';
export { createSupportServer, type SupportServer, type SupportServerOptions } from './create-support-server.js';
export { seedDemo, type SeedDemoOptions } from './demo/seed-demo.js';
export { DataDirectoryLockedError } from './errors/data-directory-locked-error.js';
export { MissingPackageError } from './errors/missing-package-error.js';
export {
  importCustomers,
  type ImportCustomersOptions,
  type ImportCustomersSummary,
} from './imports/import-customers.js';
export {
  importTickets,
  type ImportTally,
  type ImportTicketsOptions,
  type ImportTicketsProgress,
  type ImportTicketsSummary,
} from './imports/import-tickets.js';
export type { Logger } from './logger.js';
export type { ConnectionState } from './store/connections.js';
export { openPgliteStore, type PgliteStore, type PgliteStoreOptions } from './store/open-pglite-store.js';
export { openPostgresStore, type PostgresStoreOptions } from './store/open-postgres-store.js';
export { type OrganizationSettings, organizationSettingsSchema } from './store/organization-settings.js';
export type { Organization, OrganizationStore } from './store/organization-store.js';
export type { SupportStore } from './store/support-store.js';
export { createConnector } from './sync/create-connector.js';
export { type SyncedConnection, syncConnection, type SyncOptions, type SyncSummary } from './sync/sync-connection.js';
export type { SyncTally, SyncWarnings } from './sync/sync-tally.js';
export { type ConnectionDescription, type ConnectorServices, type Vendor, VENDORS } from './sync/vendors.js';
export { toNodeListener } from './to-node-listener.js';
