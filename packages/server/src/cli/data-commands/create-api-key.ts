import { z } from 'zod';
import { scopeSchema } from '@cscx/support-core/api';
import { COMMAND_LINE } from '../../store/audit-log.js';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';

/** Makes an API key, and its organization if it is new. */
export const createApiKey = dataCommand(
  z.object({
    organization_id: organizationIdSchema,
    name: z.string().min(1).max(200).optional(),
    scopes: z.array(scopeSchema).min(1).optional(),
  }),
  async ({ organization_id, name, scopes }, { store, now }) =>
    store.forOrganization(organization_id).transaction(async (organization) => {
      await organization.ensure();
      const at = now();
      const made = await organization.apiKeys.create({ name, scopes, now: at });
      await organization.audit.record({
        at,
        principal: COMMAND_LINE,
        action: 'createApiKey',
        target: { prefix: made.prefix },
        request_id: null,
      });
      return { organization_id, ...made };
    }),
);
