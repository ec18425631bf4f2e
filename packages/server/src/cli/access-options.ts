import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ClaimPath, DEFAULT_CLAIMS } from '../auth/claim-paths.js';

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
