import { createSupportClient } from '@cscx/support-client';
import { createOperationsClient } from '@cscx/support-client/operations';

/** The development server passes `/api` on to the support server, see vite.config.ts. */
const options = { baseUrl: '/', getToken: () => 'demo' };

/** What all widgets load from; those about synchronization and unmatched tickets need the second part. */
export const supportClient = { ...createSupportClient(options), ...createOperationsClient(options) };
