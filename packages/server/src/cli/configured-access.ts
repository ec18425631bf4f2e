import { InvalidInputError } from '@cscx/support-core';
import { apiKeyAccess } from '../auth/api-key-access.js';
import { type Authenticate, firstOf } from '../auth/authenticate.js';
import { DEFAULT_CLAIMS } from '../auth/claim-paths.js';
import { demoAccess } from '../auth/demo-access.js';
import { jwtAccess } from '../auth/jwt-access.js';
import type { SupportServerOptions } from '../create-support-server.js';
import type { SupportStore } from '../store/support-store.js';
import type { AccessOptions } from './access-options.js';

/** Deployments pass on variables that nobody has set, as empty ones. */
const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

const configuredTokens = (options: AccessOptions): Authenticate[] => {
  const [jwks_url, secret] = [given(options.jwtJwksUrl), given(options.jwtSecret)];
  const [issuer, audience] = [given(options.jwtIssuer), given(options.jwtAudience)];
  if (jwks_url === undefined && secret === undefined) {
    if (issuer === undefined && audience === undefined) return [];
    throw new InvalidInputError('settings', [
      { path: 'JWT_JWKS_URL', message: 'expected it, or JWT_SECRET, since JWT_ISSUER or JWT_AUDIENCE is set' },
    ]);
  }
  const checks = {
    issuer,
    audience,
    claims: {
      organization: given(options.jwtOrganizationClaim) ?? DEFAULT_CLAIMS.organization,
      role: given(options.jwtRoleClaim) ?? DEFAULT_CLAIMS.role,
      csm: given(options.jwtCsmClaim) ?? DEFAULT_CLAIMS.csm,
    },
  };
  if (secret === undefined) return jwks_url === undefined ? [] : [jwtAccess({ ...checks, jwks_url })];
  if (jwks_url === undefined) return [jwtAccess({ ...checks, secret })];
  throw new InvalidInputError('settings', [
    { path: 'JWT_SECRET', message: 'expected either it or JWT_JWKS_URL: unset the one that your issuer does not use' },
  ]);
};

/**
 * What the options say of access.
 *
 * @returns what `createSupportServer` takes, once there is a store
 * @throws InvalidInputError for settings that do not go together
 */
export const configuredAccess = (
  options: AccessOptions,
): ((store: SupportStore) => Pick<SupportServerOptions, 'authenticate' | 'allowed_origins' | 'rate_limits'>) => {
  const tokens = configuredTokens(options);
  return (store) => ({
    authenticate: firstOf(...(options.demo ? [demoAccess] : []), apiKeyAccess(store), ...tokens),
    allowed_origins: options.allowedOrigins,
    rate_limits: options.rateLimit === 0 ? false : { requests_per_minute: options.rateLimit },
  });
};
