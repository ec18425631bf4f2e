import { importPKCS8, SignJWT } from 'jose';
import { ConnectorError } from '../shared/connector-error.js';
import type { CheckedCredentials } from './salesforce-credentials.js';

/** How long an assertion holds, in seconds: Salesforce wants a few minutes at most. */
const LIFETIME_S = 180;

/**
 * Signs that we are a user, for the JWT bearer flow.
 *
 * @param now - milliseconds since the epoch; the claim `exp` is in seconds
 * @throws ConnectorError for a key that is no PKCS #8
 */
export const signAssertion = async (
  { client_id, username, audience, private_key }: Extract<CheckedCredentials, { type: 'jwt' }>,
  now: number,
): Promise<string> => {
  try {
    const key = await importPKCS8(private_key, 'RS256');
    const exp = Math.floor(now / 1000) + LIFETIME_S;
    const claims = { iss: client_id, sub: username, aud: audience, exp };
    return await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key);
  } catch {
    // Without its cause: that might quote the key.
    throw new ConnectorError('connector_unauthorized', 'expected private_key to be an RSA key in PEM, PKCS #8', {
      connector: 'salesforce',
      operation: 'sign assertion',
    });
  }
};
