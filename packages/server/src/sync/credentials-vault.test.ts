import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCredentialsVault } from './credentials-vault.js';

const newKey = () => randomBytes(32).toString('base64');
const owner = { organization_id: 'acme', connection_id: 'freshdesk-1' };
const credentials = { type: 'api_key', api_key: 'made-up-key' };

describe('a credentials vault', () => {
  const key = newKey();
  const vault = createCredentialsVault([key]);

  test('gives back what it was given, sealed anew each time', () => {
    const sealed = vault.seal(credentials, owner);
    expect(vault.open(sealed, owner)).toEqual(credentials);
    expect(sealed).not.toContain('made-up-key');
    expect(vault.seal(credentials, owner)).not.toBe(sealed);
  });

  test.each([
    ['another organization', { ...owner, organization_id: 'globex' }],
    ['another connection', { ...owner, connection_id: 'freshdesk-2' }],
    ['the same letters, parted elsewhere', { organization_id: 'acmefreshdesk', connection_id: '-1' }],
  ])('what was sealed for one connection does not open for %s', (_who, other) => {
    const sealed = vault.seal(credentials, owner);
    expect(() => vault.open(sealed, other)).toThrow(expect.objectContaining({ code: 'credentials_sealed' }));
  });

  test('a text of which any bit was changed does not open', () => {
    const sealed = vault.seal(credentials, owner);
    const [version, id, nonce = '', data = ''] = sealed.split('.');
    const flipped = (text: string, index: number) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
      return bytes.toString('base64url');
    };
    const length = Buffer.from(data, 'base64url').length;
    const changed = [
      ...Array.from({ length: 12 }, (_, index) => [version, id, flipped(nonce, index), data].join('.')),
      ...Array.from({ length }, (_, index) => [version, id, nonce, flipped(data, index)].join('.')),
      sealed.slice(0, -8),
      [version, id, nonce, ''].join('.'),
      [version, id, '', data].join('.'),
      '',
    ];
    for (const text of changed) {
      expect(() => vault.open(text, owner)).toThrow(expect.objectContaining({ code: 'credentials_sealed' }));
    }
  });

  test('a key is replaced: the newest seals, all open, and one that was taken away opens no more', () => {
    const sealed = vault.seal(credentials, owner);
    const next = newKey();
    const both = createCredentialsVault([next, key]);
    expect(both.open(sealed, owner)).toEqual(credentials);
    expect([vault.isCurrent(sealed), both.isCurrent(sealed)]).toEqual([true, false]);

    const resealed = both.seal(both.open(sealed, owner), owner);
    expect(both.isCurrent(resealed)).toBe(true);
    const newest = createCredentialsVault([next]);
    expect(newest.open(resealed, owner)).toEqual(credentials);
    expect(() => newest.open(sealed, owner)).toThrow('add that key to CREDENTIALS_KEY');
  });

  test('no error tells a key or what was sealed', () => {
    const sealed = vault.seal(credentials, owner);
    const messages = [
      () => createCredentialsVault([newKey()]).open(sealed, owner),
      () => vault.open('v1.x.y.z', owner),
    ];
    for (const open of messages) {
      expect(open).toThrow(expect.not.objectContaining({ message: expect.stringMatching(/made-up/) as string }));
    }
    expect(sealed).not.toContain(key.slice(0, 8));
  });

  test.each([
    ['none', [], 'at least one key'],
    ['one that is too short', [Buffer.alloc(16).toString('base64')], 'key 1 of 1: expected 32 bytes in base64'],
    ['an old one that is a password', [key, 'correct horse battery staple'], 'key 2 of 2: expected 32 bytes'],
    ['an empty one', [key, ''], 'openssl rand -base64 32'],
  ])('keys that are none are refused, without repeating them: %s', (_what, keys, message) => {
    const creating = () => createCredentialsVault(keys);
    expect(creating).toThrow(message);
    expect(creating).not.toThrow('correct horse');
  });
});
