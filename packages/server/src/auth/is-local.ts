import type { Connection } from './authenticate.js';

const LOOPBACK_ADDRESS = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request comes from this very machine. The Host header is checked too: a web page elsewhere can make a
 * browser send requests to a loopback address under its own name, and a proxy on this machine speaks for others.
 */
export const isLocal = ({ headers }: Request, { remote_address }: Connection): boolean =>
  remote_address !== undefined &&
  LOOPBACK_ADDRESS.test(remote_address) &&
  LOOPBACK_HOST.test(headers.get('host') ?? '') &&
  !headers.has('forwarded') &&
  !headers.has('x-forwarded-for');
