import { errors, type FetchImplementation, jwtVerify, type JWTVerifyOptions } from 'jose';
import type { Instant } from '@cscx/support-core';
import { type Authenticate, bearerToken, isRole, type Principal } from './authenticate.js';
import { DEFAULT_CLAIMS, type JwtClaims, readClaim } from './claim-paths.js';
import { jwksKeys } from './jwks-keys.js';
import { secretKey } from './secret-key.js';

/** Which tokens are good, and what they say. */
export type JwtAccessOptions = {
  /** Who has to have issued them: their `iss`. @default anybody with the key */
  issuer?: string | readonly string[] | undefined;
  /** For whom they have to be: one of their `aud`. @default anybody */
  audience?: string | readonly string[] | undefined;
  /** @default those of Supabase, see {@link JwtClaims} */
  claims?: Partial<JwtClaims> | undefined;
  /** @default the real clock */
  now?: (() => Instant) | undefined;
} & (
  | {
      /** Where the issuer publishes its keys; https, but for this machine. */
      jwks_url: string;
      secret?: undefined;
      /** @default the global one */
      fetch?: FetchImplementation | undefined;
    }
  | {
      /** What the issuer signs with (HS256); at least 32 bytes. */
      secret: string;
      jwks_url?: undefined;
      fetch?: undefined;
    }
);

/** How far the clocks of issuer and server may be apart. */
const CLOCK_TOLERANCE_S = 10;

const toPrincipal = (payload: object, claims: JwtClaims): Principal | null => {
  const organization_id = readClaim(payload, claims.organization);
  const subject = readClaim(payload, claims.subject);
  const role = readClaim(payload, claims.role);
  if (organization_id === null || subject === null || role === null || !isRole(role)) return null;
  return { organization_id, subject, role, csm_id: readClaim(payload, claims.csm) ?? undefined };
};

/**
 * Lets in whoever carries a signed, unexpired JSON Web Token that names an organization, a user and a role. A CSM without
 * a `csm_id` comes in, and sees no customer.
 *
 * @throws InvalidInputError for a secret that is too short and for an address that is not https
 * @example
 * const authenticate = firstOf(apiKeyAccess(store), jwtAccess({ jwks_url: 'https://auth.example.com/jwks.json' }));
 */
export const jwtAccess = ({ now, claims, issuer, audience, ...from }: JwtAccessOptions): Authenticate => {
  const { algorithms, find } = from.secret === undefined ? jwksKeys(from.jwks_url, from.fetch) : secretKey(from.secret);
  const options: JWTVerifyOptions = {
    algorithms,
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_TOLERANCE_S,
    ...(issuer !== undefined && { issuer: [issuer].flat() }),
    ...(audience !== undefined && { audience: [audience].flat() }),
  };
  const paths: JwtClaims = { ...DEFAULT_CLAIMS, ...claims };
  return async (request) => {
    const token = bearerToken(request);
    if (token === null || token.split('.').length !== 3) return null;
    try {
      const currentDate = now ? new Date(now()) : new Date();
      const { payload } = await jwtVerify(token, find, { ...options, currentDate });
      return toPrincipal(payload, paths);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
};
