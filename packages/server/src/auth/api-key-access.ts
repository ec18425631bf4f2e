import type { SupportStore } from '../store/support-store.js';
import { type Authenticate, bearerToken } from './authenticate.js';

/** Lets in whoever carries an API key of the store as bearer token, for what the key is good for. */
export const apiKeyAccess =
  (store: Pick<SupportStore, 'findApiKey'>): Authenticate =>
  async (request) => {
    const token = bearerToken(request);
    const key = token === null ? undefined : await store.findApiKey(token);
    return key ? { ...key, role: 'service', subject: key.prefix } : null;
  };
