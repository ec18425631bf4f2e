import { type Authenticate, bearerToken } from './authenticate.js';
import { isLocal } from './is-local.js';

/** The organization that demo data belong to, and the token that opens it. */
export const DEMO = 'demo';

/** Lets in the token `demo` from this very machine. */
export const demoAccess: Authenticate = (request, connection) =>
  isLocal(request, connection) && bearerToken(request) === DEMO
    ? { organization_id: DEMO, role: 'admin', subject: DEMO }
    : null;
