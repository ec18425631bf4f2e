import type { Instant } from '@cscx/support-core';
import { createSupportServer, type SupportServer, type SupportServerOptions } from '../create-support-server.js';
import type { Logger } from '../logger.js';
import type { SupportStore } from '../store/support-store.js';
import { openTestStore } from './open-test-store.js';

/** A server over a store in memory, with a clock that stands still. */
export interface TestServer extends SupportServer {
  store: SupportStore;
  /** Asks as an organization: without one, without credentials. */
  get(path: string, organization?: string, headers?: Record<string, string>): Promise<Response>;
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

export const startTestServer = async ({
  now,
  logger = recordingLogger(),
  ...options
}: { now: Instant } & Partial<Omit<SupportServerOptions, 'now'>>): Promise<TestServer> => {
  const store = await openTestStore();
  const server = createSupportServer({ store, now: () => now, logger, ...options });
  const keys = new Map<string, string>();
  const keyOf = async (organizationId: string): Promise<string> => {
    const known = keys.get(organizationId);
    if (known !== undefined) return known;
    const organization = store.forOrganization(organizationId);
    await organization.ensure();
    const { key } = await organization.apiKeys.create({ now });
    keys.set(organizationId, key);
    return key;
  };
  return {
    ...server,
    store,
    async get(path, organization, headers = {}) {
      const authorization = organization === undefined ? {} : { authorization: `Bearer ${await keyOf(organization)}` };
      return server.fetch(new Request(`http://localhost${path}`, { headers: { ...authorization, ...headers } }));
    },
    close: () => store.close(),
  };
};
