import type { SimulatedClock } from '@cscx/support-core/simulators';
import { recordingLogger } from '../../__fixtures__/start-test-server.js';
import { createSupportServer } from '../../create-support-server.js';
import type { SupportStore } from '../../store/support-store.js';
import { createCredentialsVault } from '../../sync/credentials-vault.js';
import { type ConnectionServices, openConnector } from '../../sync/open-connector.js';
import type { ConnectionDescription } from '../../sync/vendors.js';
import { createDeliveryDrain } from '../drain-deliveries.js';

const METRICS = '/api/reports/support-metrics';
const vault = createCredentialsVault([Buffer.alloc(32, 7).toString('base64')]);

/** What a test may change about a connection. */
export interface ConnectionFields {
  /** Null: paused. @default now */
  next_sync_at?: string | null;
}

/** A server that receives webhooks for one organization, and what applies them when it is told to. */
export const startReceiving = async (
  store: SupportStore,
  {
    clock,
    fetch,
    organization_id,
  }: { clock: SimulatedClock; fetch?: typeof globalThis.fetch; organization_id: string },
) => {
  const services: ConnectionServices = { vault, clock, fetch };
  const now = () => new Date(clock.now()).toISOString();
  const logger = recordingLogger();
  let wakings = 0;
  const server = createSupportServer({
    store,
    now,
    logger,
    rate_limits: false,
    authenticate: () => ({ organization_id, role: 'admin', subject: 'tester' }),
    webhooks: { services, wake: () => (wakings += 1) },
  });
  const drain = createDeliveryDrain({
    store: {
      ...store,
      // Tests share a store, but not what is left of each other.
      async dueDeliveries(at, limit) {
        const due = await store.dueDeliveries(at, 1000);
        return due.filter((key) => key.organization_id === organization_id).slice(0, limit);
      },
    },
    open: (organization, connection) => openConnector(organization, connection, services),
    now,
    logger,
  });
  const organization = store.forOrganization(organization_id);
  await organization.ensure();

  return {
    organization,
    logger,
    server,
    wakings: () => wakings,
    /** Sets a connection up, or anew. */
    connect: async (
      connection_id: string,
      { source_system, settings, credentials }: ConnectionDescription,
      { next_sync_at = now() }: ConnectionFields = {},
    ): Promise<void> => {
      const sealed = vault.seal(credentials, { organization_id, connection_id });
      const details = { connection_id, source_system, name: null, account: null, settings, next_sync_at };
      await organization.connections.save({ ...details, credentials: sealed }, now());
    },
    /** Sends what a support system or anybody else has written to a connection's address. */
    post: async (connection_id: string, request: Request): Promise<Response> => {
      const { method, headers } = request;
      const body = await request.clone().arrayBuffer();
      const url = `http://localhost/api/support/webhooks/${encodeURIComponent(connection_id)}`;
      return server.fetch(new Request(url, { method, headers, body }));
    },
    /** Applies what is due now. */
    apply: async (): Promise<void> => {
      await drain.poll();
      await drain.settled();
    },
    /** Numbers of a customer in the portfolio. */
    inPortfolio: async (customer_id: string): Promise<Record<string, unknown> | undefined> => {
      const response = await server.fetch(new Request(`http://localhost${METRICS}?limit=500`));
      const { customers } = (await response.json()) as { customers: Record<string, unknown>[] };
      return customers.find((customer) => customer['customer_id'] === customer_id);
    },
    tickets: async (customer_id: string): Promise<Record<string, unknown>[]> => {
      const response = await server.fetch(new Request(`http://localhost${METRICS}/${customer_id}/tickets`));
      return ((await response.json()) as { tickets: Record<string, unknown>[] }).tickets;
    },
  };
};

/** See {@link startReceiving}. */
export type Receiving = Awaited<ReturnType<typeof startReceiving>>;
