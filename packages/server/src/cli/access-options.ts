import { type Command, InvalidArgumentError, Option } from 'commander';
import { InvalidInputError } from '@cscx/support-core';
import { apiKeyAccess } from '../auth/api-key-access.js';
import { type Authenticate, firstOf } from '../auth/authenticate.js';
import { type ClaimPath, DEFAULT_CLAIMS } from '../auth/claim-paths.js';
import { demoAccess } from '../auth/demo-access.js';
import { jwtAccess } from '../auth/jwt-access.js';
import type { SupportServerOptions } from '../create-support-server.js';
import type { SupportStore } from '../store/support-store.js';

/** Who may come in, from where, and how often. */
export interface AccessOptions {
  demo?: boolean;
  jwtJwksUrl?: string;
  jwtSecret?: string;
  jwtIssuer?: string;
  jwtAudience?: string;
  jwtOrganizationClaim?: string;
  jwtRoleClaim?: string;
  jwtCsmClaim?: string;
  allowedOrigins: string[];
  /** 0: as often as they like. */
  rateLimit: number;
}

/** Deployments pass on variables that nobody has set, as empty ones. */
const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

const parseOrigins = (value: string): string[] =>
  value
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)
    .map((origin) => {
      if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
      throw new InvalidArgumentError(`expected origins such as https://app.example.com, without a path: ${origin}`);
    });

const RATE = 600;

const parseRate = (value: string): number => {
  if (value === '') return RATE;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('expected a whole number, 0 for no limit');
};

const text = (flags: string, variable: string, description: string): Option =>
  new Option(flags, description).env(variable);

const claim = (flags: string, variable: string, standard: ClaimPath): Option =>
  text(flags, variable, `where in a token it stands (default: ${[standard].flat().join('.')})`);

/** Adds the options of {@link AccessOptions}. */
export const addAccessOptions = (command: Command): void => {
  const options = [
    text('--jwt-jwks-url <url>', 'JWT_JWKS_URL', 'accept tokens signed with the keys published there'),
    text('--jwt-secret <secret>', 'JWT_SECRET', 'accept tokens signed with it (HS256); better set in the environment'),
    text('--jwt-issuer <issuer>', 'JWT_ISSUER', 'who has to have issued a token'),
    text('--jwt-audience <audience>', 'JWT_AUDIENCE', 'for whom a token has to be'),
    claim('--jwt-organization-claim <path>', 'JWT_ORGANIZATION_CLAIM', DEFAULT_CLAIMS.organization),
    claim('--jwt-role-claim <path>', 'JWT_ROLE_CLAIM', DEFAULT_CLAIMS.role),
    claim('--jwt-csm-claim <path>', 'JWT_CSM_CLAIM', DEFAULT_CLAIMS.csm),
    new Option('--allowed-origins <origins>', 'web pages that may call the API, with commas between them')
      .env('ALLOWED_ORIGINS')
      .argParser(parseOrigins)
      .default([], 'its own'),
    new Option('--rate-limit <number>', 'requests a minute of each key or user; 0: without limit')
      .env('RATE_LIMIT')
      .argParser(parseRate)
      .default(RATE),
  ];
  for (const option of options) command.addOption(option);
};

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
