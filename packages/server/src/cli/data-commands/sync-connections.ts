import { z } from 'zod';
import { systemClock } from '@cscx/support-core/connectors';
import { NotFoundError } from '../../errors/not-found-error.js';
import type { StoredConnection } from '../../store/connections.js';
import type { OrganizationStore } from '../../store/organization-store.js';
import { openConnector } from '../../sync/open-connector.js';
import { runTurn, type TurnResult } from '../../sync/run-turn.js';
import { INTERVAL_MS } from '../../sync/schedule.js';
import type { SyncTally } from '../../sync/sync-tally.js';
import { describeError } from '../describe-error.js';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';
import { neededServices } from './needed-services.js';

/** How the sync of one connection ended: `stopped` by the person, `taken` by another process that reads it now. */
export interface SyncedConnectionResult {
  connection_id: string;
  outcome: 'synced' | 'failed' | 'taken' | 'stopped';
  tally: SyncTally;
  error: string | null;
}

const NOTHING: SyncTally = { pulled: 0, changed: 0, removed: 0, unmatched: 0, skipped: 0 };

/** Results say it, and nobody reads the log of a command. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const OUTCOMES = { caught_up: 'synced', gave_way: 'stopped', failed: 'failed', taken: 'taken' } as const;

const toResult = (connection_id: string, result: TurnResult, tally: SyncTally): SyncedConnectionResult => ({
  connection_id,
  outcome: OUTCOMES[result.kind],
  tally,
  error: result.kind === 'failed' ? describeError(result.error) : null,
});

const chosen = async (
  { connections, organization_id }: OrganizationStore,
  connection_id: string | undefined,
): Promise<StoredConnection[]> => {
  const readable = (await connections.list()).filter(
    (connection) =>
      connection.credentials !== null && (connection_id === undefined || connection.connection_id === connection_id),
  );
  if (readable.length > 0) return readable;
  const what = connection_id === undefined ? organization_id : `${organization_id} of the id ${connection_id}`;
  throw new NotFoundError(`expected a connection of ${what}, with credentials: make one with "cscx-support connect"`);
};

/** Brings connections up to date now, one after the other, whether they are due or not. */
export const syncConnections = dataCommand(
  z.object({ organization_id: organizationIdSchema, connection_id: z.string().min(1).optional() }),
  async ({ organization_id, connection_id }, context): Promise<{ connections: SyncedConnectionResult[] }> => {
    const { store, now, signal, onProgress } = context;
    const services = neededServices(context);
    const organization = store.forOrganization(organization_id);
    const turn = {
      open: (inside: OrganizationStore, connection: StoredConnection) => openConnector(inside, connection, services),
      now,
      random: Math.random,
      wait: (ms: number, waiting?: AbortSignal) => systemClock.wait(ms, waiting),
      logger: silent,
      interval_ms: INTERVAL_MS,
    };
    const connections: SyncedConnectionResult[] = [];
    for (const connection of await chosen(organization, connection_id)) {
      let tally = NOTHING;
      const result = await runTurn(organization, connection.connection_id, turn, {
        signal,
        onProgress(progress) {
          tally = progress;
          onProgress({ done: 0, total: 0, text: `${connection.connection_id}: read ${progress.pulled} tickets` });
        },
      });
      connections.push(toResult(connection.connection_id, result, tally));
      if (signal.aborted) break;
    }
    return { connections };
  },
);
