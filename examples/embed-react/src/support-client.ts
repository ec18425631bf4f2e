import { createSupportClient } from '@cscx/support-client';

/** The development server passes `/api` on to the support server, see vite.config.ts. */
export const supportClient = createSupportClient({
  baseUrl: '/',
  getToken: () => Promise.resolve('demo'),
});
