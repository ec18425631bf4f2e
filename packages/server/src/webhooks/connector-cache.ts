import type { Instant } from '@cscx/support-core';
import type { Connector } from '@cscx/support-core/connectors';
import type { StoredConnection } from '../store/connections.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** Makes the connector of a stored connection. */
export type OpenConnector = (organization: OrganizationStore, connection: StoredConnection) => Promise<Connector>;

const MOST_KEPT = 200;
const KEPT_MS = 5 * 60_000;

/**
 * Keeps connectors for a while: a burst of deliveries opens one. The key is all that a connector is made of, credentials as
 * they are sealed, so what is changed by anybody is opened anew. What does not open is not kept.
 */
export const createConnectorCache = (open: OpenConnector, now: () => Instant): OpenConnector => {
  const kept = new Map<string, { connector: Promise<Connector>; until: number }>();

  return (organization, connection) => {
    const { connection_id, source_system, settings, credentials } = connection;
    const key = JSON.stringify([organization.organization_id, connection_id, source_system, settings, credentials]);
    const known = kept.get(key);
    if (known && known.until > Date.parse(now())) return known.connector;
    const connector = open(organization, connection);
    kept.delete(key);
    kept.set(key, { connector, until: Date.parse(now()) + KEPT_MS });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    connector.catch(() => kept.delete(key));
    return connector;
  };
};
