import { type Authenticate, bearerToken } from './authenticate.js';

/** The organization that demo data belong to, and the token that opens it. */
export const DEMO = 'demo';

const LOOPBACK_ADDRESS = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Lets in the token `demo` from this very machine. The Host header is checked too: a web page elsewhere can make a
 * browser send requests to a loopback address under its own name, and a proxy on this machine speaks for others.
 */
export const demoAccess: Authenticate = (request, { remote_address }) => {
  const { headers } = request;
  const isLocal =
    remote_address !== undefined &&
    LOOPBACK_ADDRESS.test(remote_address) &&
    LOOPBACK_HOST.test(headers.get('host') ?? '') &&
    !headers.has('forwarded') &&
    !headers.has('x-forwarded-for');
  return isLocal && bearerToken(request) === DEMO ? { organization_id: DEMO, role: 'admin', subject: DEMO } : null;
};
