import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSameSecret, isSignedBy } from './signature.js';

const BODY = '{"id":1,"subject":"Grüße"}';
const SECRET = 'it is a secret';

const sign = (hash: 'sha1' | 'sha256', encoding: 'hex' | 'base64', secret = SECRET): string =>
  createHmac(hash, secret).update(BODY).digest(encoding);

describe('a signature', () => {
  test.each([
    ['SHA-1', 'sha1', 'hex'],
    ['SHA-256', 'sha256', 'hex'],
    ['SHA-256', 'sha256', 'base64'],
  ] as const)(
    'of %s (%s, %s) is that of another implementation, over text and over bytes',
    async (hash, name, encoding) => {
      const terms = { secrets: [SECRET], hash, encoding };
      expect(await isSignedBy(BODY, sign(name, encoding), terms)).toBe(true);
      expect(await isSignedBy(new TextEncoder().encode(BODY), sign(name, encoding), terms)).toBe(true);
      expect(await isSignedBy(`${BODY} `, sign(name, encoding), terms)).toBe(false);
      expect(await isSignedBy(BODY, sign(name, encoding, 'another'), terms)).toBe(false);
    },
  );

  test('known answer: RFC 4231, test case 2', async () => {
    const terms = { secrets: ['Jefe'], hash: 'SHA-256', encoding: 'hex' } as const;
    const tag = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(await isSignedBy('what do ya want for nothing?', tag, terms)).toBe(true);
    expect(await isSignedBy('what do ya want for nothing?', tag.toUpperCase(), terms)).toBe(true);
  });

  const terms = { hash: 'SHA-256', encoding: 'hex' } as const;

  test('any of several secrets is enough, and a key of bytes is taken as it is', async () => {
    const bytes = new TextEncoder().encode(SECRET);
    for (const secrets of [['new', SECRET], [SECRET, 'new'], [bytes]]) {
      expect(await isSignedBy(BODY, sign('sha256', 'hex'), { ...terms, secrets })).toBe(true);
    }
  });

  test('an empty secret signs nothing, no secret neither', async () => {
    const forged = createHmac('sha256', '').update(BODY).digest('hex');
    expect(await isSignedBy(BODY, forged, { ...terms, secrets: [''] })).toBe(false);
    expect(await isSignedBy(BODY, sign('sha256', 'hex'), { ...terms, secrets: [] })).toBe(false);
  });

  test.each(['', 'zz', 'abc', sign('sha256', 'hex').slice(2), `${sign('sha256', 'hex')}00`])(
    '%j is none, and no error',
    async (signature) => {
      expect(await isSignedBy(BODY, signature, { ...terms, secrets: [SECRET] })).toBe(false);
    },
  );

  test('what is no base64 is none, and no error', async () => {
    expect(await isSignedBy(BODY, '***', { hash: 'SHA-256', encoding: 'base64', secrets: [SECRET] })).toBe(false);
  });
});

test('a shared secret is the same or not; an empty one never is', async () => {
  expect(await isSameSecret(SECRET, SECRET)).toBe(true);
  expect(await isSameSecret(`${SECRET} `, SECRET)).toBe(false);
  expect(await isSameSecret('', SECRET)).toBe(false);
  expect(await isSameSecret('', '')).toBe(false);
});
