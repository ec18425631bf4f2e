import { z } from 'zod';
import { NotFoundError } from '../../errors/not-found-error.js';
import { COMMAND_LINE } from '../../store/audit-log.js';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';

/** Pauses a connection, resumes it, or forgets its credentials; its tickets stay. */
export const changeConnection = dataCommand(
  z.object({
    organization_id: organizationIdSchema,
    connection_id: z.string().min(1),
    action: z.enum(['pause', 'resume', 'disconnect']),
  }),
  async ({ organization_id, connection_id, action }, { store, now }) =>
    store.forOrganization(organization_id).transaction(async ({ connections, audit }) => {
      const connection = await connections.find(connection_id);
      const isThere = connection && (action !== 'resume' || connection.credentials !== null);
      if (!isThere)
        throw new NotFoundError(`${connection_id}: expected a connection of ${organization_id} with credentials`);
      const at = now();
      await connections.schedule(connection_id, action === 'resume' ? at : null, at);
      if (action === 'disconnect') await connections.saveCredentials(connection_id, null);
      await audit.record({ at, principal: COMMAND_LINE, action, target: { connection_id }, request_id: null });
      return { connection_id, action };
    }),
);
