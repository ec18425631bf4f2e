import type { Instant } from '@cscx/support-core';
import { SCOPES } from '@cscx/support-core/api';
import { createSupportServer, type SupportServer, type SupportServerOptions } from '../create-support-server.js';
import type { Logger } from '../logger.js';
import type { SupportStore } from '../store/support-store.js';
import { openTestStore } from './open-test-store.js';

/** A server over a store in memory, with a clock that stands still. */
export interface TestServer extends SupportServer {
  store: SupportStore;
  /** Asks as an organization: without one, without credentials. */
  get(path: string, organization?: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends JSON as an organization: without one, without credentials. */
  send(
    method: 'POST' | 'PUT',
    path: string,
    organization: string | undefined,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
  close(): Promise<void>;
}

/** Keeps what the server would tell its operator. */
export const recordingLogger = (): Logger & { lines: string[] } => {
  const lines: string[] = [];
  const keep = (fields: object, message: string) => {
    lines.push(JSON.stringify({ ...fields, message }));
  };
  return { lines, info: keep, warn: keep, error: keep };
};

/** Its organizations have keys that are good for everything, and may ask as often as they like. */
export const startTestServer = async ({
  now,
  logger = recordingLogger(),
  rate_limits = false,
  ...options
}: { now: Instant } & Partial<Omit<SupportServerOptions, 'now'>>): Promise<TestServer> => {
  const store = await openTestStore();
  const server = createSupportServer({ store, now: () => now, logger, rate_limits, ...options });
  const keys = new Map<string, string>();
  const keyOf = async (organizationId: string): Promise<string> => {
    const known = keys.get(organizationId);
    if (known !== undefined) return known;
    const organization = store.forOrganization(organizationId);
    await organization.ensure();
    const { key } = await organization.apiKeys.create({ scopes: SCOPES, now });
    keys.set(organizationId, key);
    return key;
  };
  const credentials = async (organization: string | undefined): Promise<Record<string, string>> =>
    organization === undefined ? {} : { authorization: `Bearer ${await keyOf(organization)}` };
  return {
    ...server,
    store,
    async get(path, organization, headers = {}) {
      const sent = { ...(await credentials(organization)), ...headers };
      return server.fetch(new Request(`http://localhost${path}`, { headers: sent }));
    },
    async send(method, path, organization, body, headers = {}) {
      const sent = { 'content-type': 'application/json', ...(await credentials(organization)), ...headers };
      return server.fetch(
        new Request(`http://localhost${path}`, { method, headers: sent, body: JSON.stringify(body) }),
      );
    },
    close: () => store.close(),
  };
};
