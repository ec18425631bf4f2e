import { z } from 'zod';
import { COMMAND_LINE } from '../../store/audit-log.js';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';

/** Ends an API key. */
export const revokeApiKey = dataCommand(
  z.object({ organization_id: organizationIdSchema, prefix: z.string().min(1) }),
  async ({ organization_id, prefix }, { store, now }) =>
    store.forOrganization(organization_id).transaction(async (organization) => {
      const at = now();
      const revoked = await organization.apiKeys.revoke(prefix, at);
      await organization.audit.record({
        at,
        principal: COMMAND_LINE,
        action: 'revokeApiKey',
        target: { prefix },
        request_id: null,
      });
      return revoked;
    }),
);
