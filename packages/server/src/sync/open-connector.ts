import { isDeepStrictEqual } from 'node:util';
import { InvalidInputError } from '@cscx/support-core';
import { type Connector, type ConnectorClock, systemClock } from '@cscx/support-core/connectors';
import { CredentialsSealedError } from '../errors/credentials-sealed-error.js';
import type { StoredConnection } from '../store/connections.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { createConnector } from './create-connector.js';
import type { CredentialsVault } from './credentials-vault.js';
import { type Vendor, VENDORS } from './vendors.js';
import { withTokens } from './with-tokens.js';

/** What it takes to reach the accounts of connections. */
export interface ConnectionServices {
  vault: CredentialsVault;
  /** @default the global one */
  fetch?: typeof globalThis.fetch | undefined;
  /** @default the real time */
  clock?: ConnectorClock | undefined;
}

const isVendor = (source: string): source is Vendor => VENDORS.some((vendor) => vendor === source);

const ATTEMPTS = 3;
const PAUSE_MS = 1000;

/** Tries again what must not get lost: a refresh token that was given out once. */
const insist = async (work: () => Promise<void>, clock: ConnectorClock, attempts = ATTEMPTS): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (attempts <= 1) throw error;
    await clock.wait(PAUSE_MS);
    await insist(work, clock, attempts - 1);
  }
};

/**
 * Makes the connector of a stored connection: opens its credentials, and keeps new tokens before they are used. Tokens
 * are kept unless somebody has given other credentials meanwhile, which then count.
 *
 * @throws CredentialsSealedError where the credentials are missing or do not open
 * @throws InvalidInputError for settings or credentials that their vendor does not take
 */
export const openConnector = async (
  organization: OrganizationStore,
  connection: Pick<StoredConnection, 'connection_id' | 'source_system' | 'settings' | 'credentials'>,
  { vault, fetch, clock = systemClock }: ConnectionServices,
): Promise<Connector> => {
  const { connection_id, source_system, settings, credentials: sealed } = connection;
  const owner = { organization_id: organization.organization_id, connection_id };
  if (!isVendor(source_system)) {
    throw new InvalidInputError(connection_id, [
      { path: 'source_system', message: `expected one of ${VENDORS.join(', ')}` },
    ]);
  }
  if (sealed === null) {
    throw new CredentialsSealedError(`${connection_id} has no credentials: give them with "cscx-support connect --id"`);
  }
  let credentials = vault.open(sealed, owner);

  const keep = (changed: object): Promise<void> =>
    organization.transaction(async ({ connections }) => {
      const stored = await connections.lockCredentials(connection_id);
      // Sealed anew with another key they are still the same; with other content they are newer than ours.
      if (stored === null || !isDeepStrictEqual(vault.open(stored, owner), credentials)) return;
      await connections.saveCredentials(connection_id, vault.seal(changed, owner));
    });

  return createConnector(
    { source_system, settings, credentials },
    {
      fetch,
      clock,
      async onTokensRotated(tokens) {
        const changed = withTokens(credentials, tokens);
        if (changed === credentials) return;
        await insist(() => keep(changed), clock);
        credentials = changed;
      },
      isKnownCustomer: async (companyId) => (await organization.customers.find(companyId)) !== undefined,
    },
  );
};
