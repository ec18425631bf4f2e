import { z } from 'zod';
import { COMMAND_LINE } from '../../store/audit-log.js';
import { connectAccount } from '../../sync/connect-account.js';
import { VENDORS } from '../../sync/vendors.js';
import { dataCommand } from './data-command.js';
import { organizationIdSchema } from './fields.js';
import { neededServices } from './needed-services.js';

/** Connects an account, and creates the organization if it is new. */
export const connect = dataCommand(
  z.object({
    organization_id: organizationIdSchema,
    connection_id: z.string().min(1).optional(),
    source_system: z.enum(VENDORS).optional(),
    settings: z.record(z.string(), z.unknown()).optional(),
    credentials: z.record(z.string(), z.unknown()).optional(),
    name: z.string().min(1).max(200).optional(),
    isChecked: z.boolean(),
  }),
  async ({ organization_id, ...description }, context) => {
    const { store, now, signal } = context;
    const services = neededServices(context);
    const organization = store.forOrganization(organization_id);
    await organization.ensure();
    const connected = await connectAccount(organization, description, { services, now, signal });
    const { connection_id, isConnected } = connected;
    if (isConnected) {
      const entry = { at: now(), principal: COMMAND_LINE, action: 'connect', request_id: null };
      await organization.audit.record({ ...entry, target: { connection_id } });
    }
    return connected;
  },
);
