/** On whose behalf a request is made. */
export interface Principal {
  organization_id: string;
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
