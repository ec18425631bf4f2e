import type { PGlite } from '@electric-sql/pglite';

/** One text for all that the database holds of each organization; nothing else is the same as long as nothing changed. */
export const fingerprints = async (pglite: PGlite): Promise<Map<string, string>> => {
  const { rows: tables } = await pglite.query<{ table_name: string }>(
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'organization_id' order by table_name`,
  );
  const found = new Map<string, string>();
  for (const { table_name } of tables) {
    const { rows } = await pglite.query<{ organization_id: string; hash: string }>(
      `select organization_id, md5(string_agg(t::text, E'\\n' order by t::text)) as hash
       from ${table_name} t group by organization_id`,
    );
    for (const { organization_id, hash } of rows) {
      found.set(organization_id, `${found.get(organization_id) ?? ''} ${table_name}:${hash}`);
    }
  }
  return found;
};
