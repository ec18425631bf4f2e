import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { InvalidInputError } from '@cscx/support-core';
import { CredentialsSealedError } from '../errors/credentials-sealed-error.js';

/** Whose credentials they are: a sealed text opens for nobody else. */
export interface CredentialsOwner {
  organization_id: string;
  connection_id: string;
}

/** Seals the credentials of connections, so that who reads the database cannot use them. */
export interface CredentialsVault {
  /** @returns a text to store: never the same twice */
  seal(credentials: object, owner: CredentialsOwner): string;
  /** @throws CredentialsSealedError for a text that none of the keys has sealed for this owner */
  open(sealed: string, owner: CredentialsOwner): object;
  /** Whether a text was sealed with the newest key. */
  isCurrent(sealed: string): boolean;
}

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_CHARACTERS = 8;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Tells keys apart without telling anything of them. */
const keyId = (key: Buffer): string =>
  createHash('sha256').update('cscx credentials key').update(key).digest('hex').slice(0, ID_CHARACTERS);

const readKeys = (keys: readonly string[]): Map<string, Buffer> => {
  const issues = keys.flatMap((text, index) => {
    const { length } = Buffer.from(text, 'base64');
    if (BASE64.test(text) && length === KEY_BYTES) return [];
    const message = `expected ${KEY_BYTES} bytes in base64, such as "openssl rand -base64 ${KEY_BYTES}" makes`;
    return [{ path: `key ${index + 1} of ${keys.length}`, message }];
  });
  if (keys.length === 0) issues.push({ path: '', message: 'expected at least one key' });
  if (issues.length > 0) throw new InvalidInputError('keys of credentials (CREDENTIALS_KEY)', issues);
  return new Map(
    keys.map((text) => {
      const key = Buffer.from(text, 'base64');
      return [keyId(key), key] as const;
    }),
  );
};

/** What is authenticated but not kept in the text: it has to be said again to open it. */
const associatedData = (id: string, { organization_id, connection_id }: CredentialsOwner): Buffer =>
  Buffer.from(JSON.stringify([VERSION, id, organization_id, connection_id]));

/**
 * Makes the vault: AES-256-GCM with a random nonce for each text. A text says which key has sealed it; to replace a key,
 * put a new one before it, seal everything anew (`cscx-support rotate-credentials`), then take the old one away.
 *
 * @param keys - 32 bytes each, in base64: the first seals, all open
 * @throws InvalidInputError for a key of another form
 * @example
 * const vault = createCredentialsVault((process.env.CREDENTIALS_KEY ?? '').split(','));
 * const owner = { organization_id: 'acme', connection_id: 'freshdesk-k3v9x2m4q8w7r1t5' };
 * vault.open(vault.seal({ type: 'api_key', api_key: '…' }, owner), owner); // { type: 'api_key', api_key: '…' }
 */
export const createCredentialsVault = (keys: readonly string[]): CredentialsVault => {
  const known = readKeys(keys);
  const [current = ''] = known.keys();

  return {
    seal(credentials, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, known.get(current) ?? '', nonce);
      cipher.setAAD(associatedData(current, owner));
      const data = Buffer.concat([
        cipher.update(JSON.stringify(credentials), 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return [VERSION, current, nonce.toString('base64url'), data.toString('base64url')].join('.');
    },
    open(sealed, owner) {
      const refuse = (reason: string, cause?: unknown) =>
        new CredentialsSealedError(
          `the stored credentials of ${owner.connection_id} do not open: ${reason}, ` +
            'or give the credentials again with "cscx-support connect --id"',
          { cause },
        );
      const [version, id = '', nonce = '', text = ''] = sealed.split('.');
      if (version !== VERSION) throw refuse('they are of another version; run the version that stored them');
      const key = known.get(id);
      if (!key) throw refuse(`they were sealed with key ${id}; add that key to CREDENTIALS_KEY`);
      const data = Buffer.from(text, 'base64url');
      try {
        const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, 'base64url'), { authTagLength: TAG_BYTES });
        decipher.setAAD(associatedData(id, owner));
        decipher.setAuthTag(data.subarray(-TAG_BYTES));
        const opened = Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()]);
        return JSON.parse(opened.toString('utf8')) as object;
      } catch (cause) {
        throw refuse('they were changed, or belong to another connection; restore that row', cause);
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${VERSION}.${current}.`),
  };
};
