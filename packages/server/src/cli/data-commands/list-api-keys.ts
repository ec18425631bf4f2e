import { z } from 'zod';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';

/** Tells which API keys an organization has. */
export const listApiKeys = dataCommand(
  z.object({ organization_id: organizationIdSchema }),
  async ({ organization_id }, { store }) => ({
    organization_id,
    keys: await store.forOrganization(organization_id).apiKeys.list(),
  }),
);
