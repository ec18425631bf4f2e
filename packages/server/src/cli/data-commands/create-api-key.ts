import { z } from 'zod';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';

/** Makes an API key, and its organization if it is new. */
export const createApiKey = dataCommand(
  z.object({ organization_id: organizationIdSchema, name: z.string().min(1).max(200).optional() }),
  async ({ organization_id, name }, { store, now }) => {
    const organization = store.forOrganization(organization_id);
    await organization.ensure();
    return { organization_id, ...(await organization.apiKeys.create({ name, now: now() })) };
  },
);
