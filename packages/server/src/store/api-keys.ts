import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@cscx/support-core';
import type { Scope } from '@cscx/support-core/api';
import { NotFoundError } from '../errors/not-found-error.js';
import type { SupportDatabase } from './database.js';

const KEY_BYTES = 32;
const SHOWN_CHARACTERS = 12;

/** How every key begins: so that a key that leaked is found, and a token of another kind is not looked up. */
const MARK = 'cscx_';

/** What a key is good for unless somebody asks for more: it reads, and writes nothing. */
export const DEFAULT_KEY_SCOPES: readonly Scope[] = ['reports:read', 'sync:read'];

/** What is known of a key besides its secret. */
export interface ApiKey {
  /** How it begins, by which people tell keys apart. */
  prefix: string;
  name: string | null;
  scopes: Scope[];
  created_at: Instant;
  revoked_at: Instant | null;
}

/** What a key opens. */
export interface KnownApiKey {
  organization_id: string;
  prefix: string;
  scopes: Scope[];
}

/** The API keys of one organization. */
export interface ApiKeyStore {
  /**
   * Makes a key. Only its hash is kept: the caller sees `key` now and never again.
   *
   * @param options.name - what a person will recognise it by
   * @param options.scopes - what it is good for @default to read
   */
  create(options: {
    name?: string | undefined;
    scopes?: readonly Scope[] | undefined;
    now: Instant;
  }): Promise<{ key: string; prefix: string }>;
  /** All of them, also those that were revoked, oldest first. */
  list(): Promise<ApiKey[]>;
  /**
   * Ends a key at once; one that has ended keeps its day.
   *
   * @throws NotFoundError where no key of this organization begins like that
   */
  revoke(prefix: string, now: Instant): Promise<ApiKey>;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export const createApiKeyStore = (db: SupportDatabase, organizationId: string): ApiKeyStore => {
  const list: ApiKeyStore['list'] = async () => {
    const rows = await db
      .selectFrom('api_keys')
      .select(['prefix', 'name', 'scopes', 'created_at', 'revoked_at'])
      .where('organization_id', '=', organizationId)
      .orderBy('created_at')
      .orderBy('api_key_id')
      .execute();
    return rows.map(({ created_at, revoked_at, ...row }) => ({
      ...row,
      created_at: created_at.toISOString(),
      revoked_at: revoked_at?.toISOString() ?? null,
    }));
  };
  return {
    list,
    async create({ name, scopes = DEFAULT_KEY_SCOPES, now }) {
      const key = `${MARK}${randomBytes(KEY_BYTES).toString('base64url')}`;
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
          scopes: JSON.stringify([...new Set(scopes)]),
        })
        .execute();
      return { key, prefix };
    },
    async revoke(prefix, now) {
      await db
        .updateTable('api_keys')
        .set({ revoked_at: now })
        .where('organization_id', '=', organizationId)
        .where('prefix', '=', prefix)
        .where('revoked_at', 'is', null)
        .execute();
      const revoked = (await list()).find((key) => key.prefix === prefix);
      if (!revoked) throw new NotFoundError('no key of that prefix: see cscx-support api-key list');
      return revoked;
    },
  };
};

/** What a key opens: asked before an organization is known. */
export const findApiKey = async (db: SupportDatabase, key: string): Promise<KnownApiKey | undefined> => {
  if (!key.startsWith(MARK)) return undefined;
  const hash = hashOf(key);
  const rows = await db
    .selectFrom('api_keys')
    .select(['organization_id', 'prefix', 'scopes', 'key_hash'])
    .where('key_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .execute();
  const found = rows.find(({ key_hash }) => timingSafeEqual(Buffer.from(key_hash), Buffer.from(hash)));
  return found && { organization_id: found.organization_id, prefix: found.prefix, scopes: found.scopes };
};
