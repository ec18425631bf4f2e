import { z } from 'zod';
import { toConnectionStatus } from '../../sync/connection-state.js';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';

/** Examples of records that could not be read. */
const EXAMPLES = 3;

/** Tells how fresh each connection is, and some of the records that could not be read. */
export const showStatus = dataCommand(
  z.object({ organization_id: organizationIdSchema }),
  async ({ organization_id }, { store, now }) => {
    const organization = store.forOrganization(organization_id);
    const keptAside = await organization.skippedRecords.counts();
    const at = now();
    const connections = (await organization.connections.list()).map(async (connection) => {
      const kept_aside = keptAside.get(connection.connection_id) ?? 0;
      return {
        ...toConnectionStatus(connection, { now: at, kept_aside }),
        newest_kept_aside:
          kept_aside > 0 ? await organization.skippedRecords.newest(connection.connection_id, EXAMPLES) : [],
      };
    });
    return {
      now: at,
      data_as_of: (await organization.find())?.data_as_of ?? null,
      connections: await Promise.all(connections),
    };
  },
);
