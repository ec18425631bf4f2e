import type { SupportDatabase } from './database.js';
import { findOrganizationOfApiKey } from './api-keys.js';
import { isMigrated, migrate } from './migrate.js';
import { createOrganizationStore, type OrganizationStore } from './organization-store.js';

/** Where everything is kept: the same on an embedded and on a real PostgreSQL. */
export interface SupportStore {
  /** The only way to data: what it returns reads and writes this organization and no other. */
  forOrganization(organizationId: string): OrganizationStore;
  /** @returns the organization whose key this is, or undefined */
  organizationOfApiKey(key: string): Promise<string | undefined>;
  /** Brings the schema up to date. @returns names of the migrations it applied, none if it was */
  migrate(): Promise<string[]>;
  /** Whether the schema is up to date; throws while the database cannot be reached. */
  isMigrated(): Promise<boolean>;
  close(): Promise<void>;
}

export const createSupportStore = (db: SupportDatabase): SupportStore => ({
  forOrganization: (organizationId) => createOrganizationStore(db, organizationId),
  organizationOfApiKey: (key) => findOrganizationOfApiKey(db, key),
  migrate: () => migrate(db),
  isMigrated: () => isMigrated(db),
  close: () => db.destroy(),
});
