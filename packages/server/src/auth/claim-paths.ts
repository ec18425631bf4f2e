/** Where in a token something stands; see {@link readClaim}. */
export type ClaimPath = string | readonly string[];

/** Which claims of a token say on whose behalf a request is made. */
export interface JwtClaims {
  /** @default `app_metadata.organization_id` */
  organization: ClaimPath;
  /** @default `sub` */
  subject: ClaimPath;
  /** One of `csm`, `manager`, `admin`, `service`. @default `app_metadata.role` */
  role: ClaimPath;
  /** For the role `csm`. @default `app_metadata.csm_id` */
  csm: ClaimPath;
}

/**
 * As Supabase has them. Never `user_metadata`: users write that themselves, and could choose their organization.
 */
export const DEFAULT_CLAIMS: JwtClaims = {
  organization: 'app_metadata.organization_id',
  subject: 'sub',
  role: 'app_metadata.role',
  csm: 'app_metadata.csm_id',
};

/** The name of a claim may be a URL, whose dots are no steps. */
const stepsOf = (path: ClaimPath): readonly string[] => {
  if (typeof path !== 'string') return path;
  return path.includes('://') ? [path] : path.split('.');
};

/**
 * Reads a text out of a token.
 *
 * @param path - a list of steps; or a text with dots between them, unless it is a URL, which is one step
 * @returns null where there is none, or something else than a text
 * @example
 * readClaim({ app_metadata: { role: 'csm' } }, 'app_metadata.role'); // 'csm'
 * readClaim({ 'https://acme.com/org': 'acme' }, 'https://acme.com/org'); // 'acme'
 */
export const readClaim = (claims: object, path: ClaimPath): string | null => {
  let value: unknown = claims;
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};
