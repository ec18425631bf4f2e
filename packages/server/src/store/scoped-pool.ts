import type { PostgresPool } from 'kysely';
import type { Pool } from 'pg';

/** What the policies of the tables read; where it was never set, the repository alone separates organizations. */
const ORGANIZATION_SETTING = 'cscx.organization_id';

/**
 * Makes one pool look like one pool for each organization. A connection is told whose rows it may touch when it is
 * taken from the pool, if it was last told otherwise; so no query can leave it out.
 *
 * @returns a function that gives the pool of an organization
 */
export const createPoolScopes = (pool: Pool): ((organizationId: string) => PostgresPool) => {
  const told = new WeakMap<object, string>();
  return (organizationId) => ({
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      if (told.get(client) === organizationId) return client;
      try {
        await client.query('select set_config($1, $2, false)', [ORGANIZATION_SETTING, organizationId]);
      } catch (error) {
        client.release(true);
        throw error;
      }
      told.set(client, organizationId);
      return client;
    },
    end: () => pool.end(),
  });
};
