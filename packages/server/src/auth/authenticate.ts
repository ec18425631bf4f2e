import type { Scope } from '@cscx/support-core/api';

/** What people are in the host product, and programs. What each may do: {@link ROLE_SCOPES}. */
export const ROLES = ['csm', 'manager', 'admin', 'service'] as const;

/** See {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Whether a text is the name of a role, letter by letter. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** On whose behalf a request is made. */
export interface Principal {
  organization_id: string;
  /** `csm` sees the customers whose `csm_id` is its own. */
  role: Role;
  /** Who it is, for the audit log and the rate limit: a user's id, or an API key's. */
  subject: string;
  /** Of a `csm`, which sees nothing without one. */
  csm_id?: string | undefined;
  /** Fewer than the role has. @default all of the role's */
  scopes?: readonly Scope[] | undefined;
}

/** Where a request came from, as far as the host of the server tells. */
export interface Connection {
  /** IP address of the other end of the socket; absent where requests do not come from one. */
  remote_address?: string | undefined;
}

/**
 * Says on whose behalf a request is made, or null where its credentials are missing or not known. The organization
 * must come from something verified (a session, a signed token, a key), never from the URL or a plain header.
 */
export type Authenticate = (request: Request, connection: Connection) => Promise<Principal | null> | Principal | null;

/** The token of `Authorization: Bearer …`, or null. */
export const bearerToken = (request: Request): string | null =>
  /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;

/** Asks several ways of authentication, in order; the first that knows the caller wins. */
export const firstOf =
  (...ways: readonly Authenticate[]): Authenticate =>
  async (request, connection) => {
    for (const way of ways) {
      const principal = await way(request, connection);
      if (principal) return principal;
    }
    return null;
  };
