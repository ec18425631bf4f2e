import type { SupportDatabase } from './database.js';
import { createWhereabouts, type Whereabouts } from './due-connections.js';
import { findApiKey, type KnownApiKey } from './api-keys.js';
import { isMigrated, migrate } from './migrate.js';
import { type OperationFigures, readOperationFigures } from './operation-figures.js';
import { createOrganizationStore, type OrganizationStore } from './organization-store.js';
import { createReportTickets } from './report-tickets.js';
import { createTicketMemories, DEFAULT_CACHED_TICKETS } from './ticket-memory.js';
import type { VisibleCustomers } from './visible-customers.js';

/** Where everything is kept: the same on an embedded and on a real PostgreSQL. */
export interface SupportStore extends Whereabouts {
  /**
   * The only way to data: what it returns reads and writes this organization and no other.
   *
   * @param visible - of which customers it reads anything @default all
   */
  forOrganization(organizationId: string, visible?: VisibleCustomers): OrganizationStore;
  /** @returns what a key opens, or undefined where there is no such key or it was revoked */
  findApiKey(key: string): Promise<KnownApiKey | undefined>;
  /** Brings the schema up to date. @returns names of the migrations it applied, none if it was */
  migrate(): Promise<string[]>;
  /** Whether the schema is up to date; throws while the database cannot be reached. */
  isMigrated(): Promise<boolean>;
  /** What whoever operates a server watches; it names nobody. */
  operationFigures(): Promise<OperationFigures>;
  close(): Promise<void>;
}

/**
 * Puts a store on a database.
 *
 * @param db - sees every organization
 * @param options.scopedTo - gives a database that sees one @default the same, where it has nothing of that kind
 * @param options.cached_tickets - how many tickets stay in memory, about 2 kB each @default 200,000
 */
export const createSupportStore = (
  db: SupportDatabase,
  {
    scopedTo = () => db,
    cached_tickets = DEFAULT_CACHED_TICKETS,
  }: { scopedTo?: (organizationId: string) => SupportDatabase; cached_tickets?: number | undefined } = {},
): SupportStore => {
  const memoryOf = createTicketMemories((id) => createReportTickets(scopedTo(id), id), cached_tickets);
  return {
    forOrganization(organizationId, visible) {
      // An empty one would see everything that the database itself does not keep from it.
      if (organizationId === '') throw new Error('expected the id of an organization');
      return createOrganizationStore(scopedTo(organizationId), organizationId, visible, memoryOf(organizationId));
    },
    findApiKey: (key) => findApiKey(db, key),
    ...createWhereabouts(db),
    migrate: () => migrate(db),
    isMigrated: () => isMigrated(db),
    operationFigures: () => readOperationFigures(db),
    close: () => db.destroy(),
  };
};
