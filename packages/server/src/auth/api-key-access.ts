import type { SupportStore } from '../store/support-store.js';
import { type Authenticate, bearerToken } from './authenticate.js';

/** Lets in whoever carries an API key of the store as bearer token. */
export const apiKeyAccess =
  (store: Pick<SupportStore, 'organizationOfApiKey'>): Authenticate =>
  async (request) => {
    const key = bearerToken(request);
    const organization_id = key === null ? undefined : await store.organizationOfApiKey(key);
    return organization_id === undefined ? null : { organization_id, role: 'service', subject: 'api key' };
  };
