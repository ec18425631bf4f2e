import { InvalidInputError, type Instant } from '@cscx/support-core';
import { type Connector, type ConnectionCheck, ticketId } from '@cscx/support-core/connectors';
import type { StoredConnection } from '../store/connections.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { createConnector } from './create-connector.js';
import { newConnectionId } from './new-connection-id.js';
import { type ConnectionServices, openConnector } from './open-connector.js';
import type { Vendor } from './vendors.js';
import { withTokens } from './with-tokens.js';

/** An account to be read from now on, or other settings for one that is. */
export interface AccountDescription {
  /** Of a connection to change; absent: a new one. */
  connection_id?: string | undefined;
  /** Absent: as it is. */
  source_system?: Vendor | undefined;
  settings?: object | undefined;
  credentials?: object | undefined;
  name?: string | undefined;
  /** Whether to ask the support system first what works. */
  isChecked: boolean;
}

/** What became of it. */
export interface ConnectedAccount {
  connection_id: string;
  /** What the support system says; null where it was not asked. */
  check: ConnectionCheck | null;
  /** False: nothing can be read with these, so nothing was stored. */
  isConnected: boolean;
  /** Where its webhooks go, below the address of the server; null where it has none, or no secret for them. */
  webhook_path: string | null;
}

const refuse = (path: string, message: string): InvalidInputError =>
  new InvalidInputError('connect', [{ path, message }]);

/** A connection to change, or what is known of a new one. */
const begin = async (
  organization: OrganizationStore,
  { connection_id, source_system, settings, credentials }: AccountDescription,
): Promise<
  Pick<StoredConnection, 'connection_id' | 'source_system' | 'name' | 'account' | 'settings' | 'credentials'>
> => {
  if (connection_id === undefined) {
    if (source_system === undefined) throw refuse('source', 'expected the support system of the account');
    if (settings === undefined) throw refuse('settings', 'expected the settings of the account');
    if (credentials === undefined) throw refuse('credentials', 'expected the credentials of the account');
    const known = { name: null, account: null, settings, credentials: null };
    return { connection_id: newConnectionId(source_system), source_system, ...known };
  }
  const known = await organization.connections.find(connection_id);
  if (!known) throw refuse('id', 'expected the id of a connection of this organization; leave it out for a new one');
  if (source_system !== undefined && source_system !== known.source_system) {
    throw refuse('source', `expected ${known.source_system}, which this connection reads`);
  }
  return settings === undefined ? known : { ...known, settings };
};

/** Two connections of one account would use up each other's refresh token, and count its tickets as one another's. */
const assertAccount = async (
  organization: OrganizationStore,
  connection: Pick<StoredConnection, 'connection_id' | 'account'>,
  account: string,
): Promise<void> => {
  if (connection.account !== null && connection.account !== account) {
    const expected = `expected the account ${connection.account} as before, since the tickets are numbered within it`;
    throw refuse('settings', `${expected}; connect another account without --id`);
  }
  const others = await organization.connections.list();
  const same = others.find((other) => other.account === account && other.connection_id !== connection.connection_id);
  if (same) {
    throw refuse('settings', `${account} is connected already, as ${same.connection_id}; change that one with --id`);
  }
};

/**
 * Makes an account one that is read regularly: checks what it is given, asks the support system what works, seals the
 * credentials and stores them. The first sync begins within seconds where a worker runs.
 *
 * @throws InvalidInputError for what the vendor does not take, and for an account that is connected already
 */
export const connectAccount = async (
  organization: OrganizationStore,
  description: AccountDescription,
  { services, now, signal }: { services: ConnectionServices; now: () => Instant; signal?: AbortSignal | undefined },
): Promise<ConnectedAccount> => {
  const connection = await begin(organization, description);
  const { connection_id, source_system, settings } = connection;
  let given = description.credentials;
  const connector: Connector = given
    ? await createConnector(
        { source_system: source_system as Vendor, settings, credentials: given },
        {
          ...services,
          onTokensRotated(tokens) {
            given = withTokens(given ?? {}, tokens);
          },
        },
      )
    : await openConnector(organization, connection, services);
  const account = ticketId(connector.id, connector.instance, '');
  await assertAccount(organization, connection, account);
  const check = description.isChecked ? await connector.checkConnection({ signal }) : null;
  if (check && !check.isUsable) return { connection_id, check, isConnected: false, webhook_path: null };

  await organization.transaction(async ({ connections }) => {
    const owner = { organization_id: organization.organization_id, connection_id };
    const credentials = given ? services.vault.seal(given, owner) : await connections.lockCredentials(connection_id);
    const name = description.name ?? connection.name;
    const details = { connection_id, source_system, name, account, settings, credentials };
    await connections.save({ ...details, next_sync_at: now() }, now());
  });
  const webhook_path = connector.readWebhook ? `/api/support/webhooks/${connection_id}` : null;
  return { connection_id, check, isConnected: true, webhook_path };
};
