import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@cscx/support-core';
import { SCOPES } from '@cscx/support-core/api';
import type { SupportDatabase } from './database.js';

const KEY_BYTES = 32;
const SHOWN_CHARACTERS = 12;

/** The API keys of one organization. */
export interface ApiKeyStore {
  /**
   * Makes a key. Only its hash is kept: the caller sees `key` now and never again.
   *
   * @param options.name - what a person will recognise it by
   */
  create(options: { name?: string | undefined; now: Instant }): Promise<{ key: string; prefix: string }>;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export const createApiKeyStore = (db: SupportDatabase, organizationId: string): ApiKeyStore => ({
  async create({ name, now }) {
    const key = `cscx_${randomBytes(KEY_BYTES).toString('base64url')}`;
    const prefix = key.slice(0, SHOWN_CHARACTERS);
    await db
      .insertInto('api_keys')
      .values({
        organization_id: organizationId,
        api_key_id: randomUUID(),
        name: name ?? null,
        prefix,
        key_hash: hashOf(key),
        created_at: now,
        scopes: JSON.stringify(SCOPES),
      })
      .execute();
    return { key, prefix };
  },
});

/** The organization that a key belongs to: the one question that is asked before an organization is known. */
export const findOrganizationOfApiKey = async (db: SupportDatabase, key: string): Promise<string | undefined> => {
  const hash = hashOf(key);
  const rows = await db
    .selectFrom('api_keys')
    .select(['organization_id', 'key_hash'])
    .where('key_hash', '=', hash)
    .execute();
  return rows.find(({ key_hash }) => timingSafeEqual(Buffer.from(key_hash), Buffer.from(hash)))?.organization_id;
};
