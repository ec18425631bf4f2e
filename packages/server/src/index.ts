export { apiKeyAccess } from './auth/api-key-access.js';
export { type Authenticate, type Connection, firstOf, type Principal, type Role } from './auth/authenticate.js';
export type { ClaimPath, JwtClaims } from './auth/claim-paths.js';
export { demoAccess } from './auth/demo-access.js';
export { jwtAccess, type JwtAccessOptions } from './auth/jwt-access.js';
export { createSupportServer, type SupportServer, type SupportServerOptions } from './create-support-server.js';
export { rematchAllTickets } from './customers/rematch-all-tickets.js';
export { seedDemo, type SeedDemoOptions } from './demo/seed-demo.js';
export { CredentialsSealedError } from './errors/credentials-sealed-error.js';
export { DataDirectoryLockedError } from './errors/data-directory-locked-error.js';
export { LeaseLostError } from './errors/lease-lost-error.js';
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
export type { RateLimits } from './http/rate-limits.js';
export type { Logger } from './logger.js';
export type { ApiKey, ApiKeyStore, KnownApiKey } from './store/api-keys.js';
export type { AuditEntry, AuditLog } from './store/audit-log.js';
export type { ConnectionState, StoredConnection } from './store/connections.js';
export { openPgliteStore, type PgliteStore, type PgliteStoreOptions } from './store/open-pglite-store.js';
export { openPostgresStore, type PostgresStoreOptions } from './store/open-postgres-store.js';
export { type OrganizationSettings, organizationSettingsSchema } from './store/organization-settings.js';
export type { Organization, OrganizationStore } from './store/organization-store.js';
export type { SupportStore } from './store/support-store.js';
export type { VisibleCustomers } from './store/visible-customers.js';
export { type AccountDescription, connectAccount, type ConnectedAccount } from './sync/connect-account.js';
export { createConnector } from './sync/create-connector.js';
export { createCredentialsVault, type CredentialsOwner, type CredentialsVault } from './sync/credentials-vault.js';
export type { ConnectionServices } from './sync/open-connector.js';
export { startSyncWorker, type SyncWorker, type SyncWorkerOptions } from './sync/start-sync-worker.js';
export { type SyncedConnection, syncConnection, type SyncOptions, type SyncSummary } from './sync/sync-connection.js';
export type { SyncTally, SyncWarnings } from './sync/sync-tally.js';
export { type ConnectionDescription, type ConnectorServices, type Vendor, VENDORS } from './sync/vendors.js';
export { toNodeListener } from './to-node-listener.js';
export type { WebhookServices } from './webhooks/webhook-routes.js';
