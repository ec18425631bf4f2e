import { exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemDetailsSchema } from '@cscx/support-core/api';
import { buildCustomer } from '@cscx/support-core/testing';
import { saveAccount } from '../__fixtures__/save-account.js';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';
import { apiKeyAccess } from './api-key-access.js';
import { type Authenticate, firstOf } from './authenticate.js';
import { jwtAccess } from './jwt-access.js';

const NOW = '2026-11-20T12:00:00.000Z';
const seconds = (offset: number): number => Date.parse(NOW) / 1000 + offset;
const SECRET = 'a secret of more than thirty-two bytes';
const JWKS_URL = 'https://auth.example.com/.well-known/jwks.json';
const METRICS = '/api/reports/support-metrics';

const CLAIMS = {
  sub: 'maya@example',
  iss: 'https://auth.example.com',
  aud: 'authenticated',
  exp: seconds(60),
  app_metadata: { organization_id: 'acme', role: 'admin' },
};

const withSecret = (claims: JWTPayload, secret: string | Uint8Array = SECRET, alg = 'HS256'): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg })
    .sign(typeof secret === 'string' ? new TextEncoder().encode(secret) : secret);

const without = (claim: keyof typeof CLAIMS): JWTPayload =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim));

const as = (metadata: object): JWTPayload => ({ ...CLAIMS, app_metadata: { ...CLAIMS.app_metadata, ...metadata } });

const principalOf = (authenticate: Authenticate, token: string) =>
  authenticate(new Request('http://localhost', { headers: { authorization: `Bearer ${token}` } }), {});

describe('tokens signed with a shared secret', () => {
  let server: TestServer;
  beforeAll(async () => {
    const { issuer, audience } = { issuer: CLAIMS.iss, audience: CLAIMS.aud };
    server = await startTestServer({
      now: NOW,
      authenticate: jwtAccess({ secret: SECRET, issuer, audience, now: () => NOW }),
    });
    await saveAccount(server.store, 'acme', {});
  });
  afterAll(() => server.close());

  const ask = async (token: string) => server.get(METRICS, undefined, { authorization: `Bearer ${token}` });

  test('a good one opens its organization', async () => {
    expect((await ask(await withSecret(CLAIMS))).status).toBe(200);
  });

  test.each<[string, () => string | Promise<string>]>([
    ['without a signature (alg none)', () => new UnsecuredJWT(CLAIMS).encode()],
    ['whose signature was cut off', async () => `${(await withSecret(CLAIMS)).split('.').slice(0, 2).join('.')}.`],
    ['signed with another secret', () => withSecret(CLAIMS, 'another secret of more than thirty-two bytes')],
    ['signed with another algorithm', () => withSecret(CLAIMS, SECRET.repeat(2), 'HS512')],
    [
      'signed by a key pair',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return new SignJWT(CLAIMS).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
      },
    ],
    [
      'whose claims were changed',
      async () => {
        const [head = '', , signature = ''] = (await withSecret(CLAIMS)).split('.');
        const claims = Buffer.from(JSON.stringify(as({ organization_id: 'other' }))).toString('base64url');
        return [head, claims, signature].join('.');
      },
    ],
    ['that has expired', () => withSecret({ ...CLAIMS, exp: seconds(-11) })],
    ['that never expires', () => withSecret(without('exp'))],
    ['that is not valid yet', () => withSecret({ ...CLAIMS, nbf: seconds(11) })],
    ['of another issuer', () => withSecret({ ...CLAIMS, iss: 'https://evil.example' })],
    ['of no issuer', () => withSecret(without('iss'))],
    ['for another audience', () => withSecret({ ...CLAIMS, aud: 'other' })],
    ['for no audience', () => withSecret(without('aud'))],
    ['without an organization', () => withSecret(as({ organization_id: undefined }))],
    ['whose organization is empty', () => withSecret(as({ organization_id: '' }))],
    ['whose organization is blank', () => withSecret(as({ organization_id: '  ' }))],
    ['whose organization is a number', () => withSecret(as({ organization_id: 7 }))],
    ['whose organization is a list', () => withSecret(as({ organization_id: ['acme'] }))],
    [
      'that names the organization where users write themselves',
      () => withSecret({ ...without('app_metadata'), user_metadata: CLAIMS.app_metadata }),
    ],
    ['without a user', () => withSecret(without('sub'))],
    ['without a role', () => withSecret(as({ role: undefined }))],
    ['with a role that nobody knows', () => withSecret(as({ role: 'owner' }))],
    ['with a role that every object has', () => withSecret(as({ role: 'constructor' }))],
    ['with a role in other letters', () => withSecret(as({ role: 'Admin' }))],
    [
      'with extensions that have to be understood',
      () =>
        new SignJWT(CLAIMS)
          .setProtectedHeader({ alg: 'HS256', crit: ['x'], x: 1 })
          .sign(new TextEncoder().encode(SECRET), { crit: { x: false } }),
    ],
    ['that is no token', () => 'a.b.c'],
    ['of five parts', () => 'a.b.c.d.e'],
  ])('one %s: 401, and nothing of why', async (_what, token) => {
    const response = await ask(await token());
    expect(response.status).toBe(401);
    expect(problemDetailsSchema.parse(await response.json())).toMatchObject({
      code: 'unauthenticated',
      detail: 'expected known credentials, such as an API key as bearer token',
    });
  });

  test('clocks may be ten seconds apart', async () => {
    expect((await ask(await withSecret({ ...CLAIMS, exp: seconds(-9), nbf: seconds(9) }))).status).toBe(200);
  });
});

describe('what a token says', () => {
  const access = jwtAccess({ secret: SECRET, now: () => NOW });

  test('organization, user, role and csm_id, where Supabase has them', async () => {
    const token = await withSecret(as({ role: 'csm', csm_id: 'maya' }));
    expect(await principalOf(access, token)).toEqual({
      organization_id: 'acme',
      subject: 'maya@example',
      role: 'csm',
      csm_id: 'maya',
    });
  });

  test('claims stand where the issuer puts them: a path, a URL, or a list of steps', async () => {
    const claims = {
      exp: seconds(60),
      'https://acme.com/org': 'acme',
      tenant: { 'support.role': 'manager' },
      user: { id: 'u1' },
    };
    const custom = jwtAccess({
      secret: SECRET,
      now: () => NOW,
      claims: { organization: 'https://acme.com/org', role: ['tenant', 'support.role'], subject: 'user.id' },
    });
    expect(await principalOf(custom, await withSecret(claims))).toMatchObject({
      organization_id: 'acme',
      subject: 'u1',
      role: 'manager',
    });
  });

  test('a path does not reach what every object has', async () => {
    const inherited = jwtAccess({ secret: SECRET, now: () => NOW, claims: { organization: 'constructor.name' } });
    expect(await principalOf(inherited, await withSecret(CLAIMS))).toBeNull();
  });

  test('a CSM whose customers nobody names comes in and sees none', async () => {
    const server = await startTestServer({ now: NOW, authenticate: access });
    await saveAccount(server.store, 'acme', { customer: buildCustomer({ csm_id: null }) });
    const authorization = `Bearer ${await withSecret(as({ role: 'csm' }))}`;
    const response = await server.get(METRICS, undefined, { authorization });
    expect(await response.json()).toMatchObject({ customers: [], summary: { customers: 0 } });
    expect((await server.get(`${METRICS}/acme`, undefined, { authorization })).status).toBe(404);
    await server.close();
  });
});

describe('tokens signed with published keys', () => {
  /** An issuer that publishes keys, and counts how often it is asked. */
  const createIssuer = async (alg: string, kid = 'first') => {
    const pair = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid, alg };
    const keys: JWK[] = [jwk];
    let asked = 0;
    let isUp = true;
    return {
      keys,
      publicKey: pair.publicKey,
      asked: () => asked,
      setUp: (up: boolean) => {
        isUp = up;
      },
      sign: (claims: JWTPayload, header: object = {}) =>
        new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(pair.privateKey),
      fetch: () => {
        asked++;
        return Promise.resolve(isUp ? Response.json({ keys }) : new Response('gone', { status: 502 }));
      },
    };
  };
  const accessTo = ({ fetch }: { fetch: () => Promise<Response> }) =>
    jwtAccess({ jwks_url: JWKS_URL, issuer: CLAIMS.iss, audience: [CLAIMS.aud], now: () => NOW, fetch });

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('%s: keys are fetched once and kept', async (alg) => {
    const issuer = await createIssuer(alg);
    const access = accessTo(issuer);
    for (let n = 0; n < 3; n++) {
      expect(await principalOf(access, await issuer.sign(CLAIMS))).toMatchObject({ organization_id: 'acme' });
    }
    expect(issuer.asked()).toBe(1);
  });

  test('one signed with the public key as if that were a secret is refused, in each way to write it', async () => {
    const issuer = await createIssuer('RS256');
    const access = accessTo(issuer);
    const spki = await exportSPKI(issuer.publicKey);
    const modulus = Buffer.from(issuer.keys[0]?.n ?? '', 'base64url');
    for (const secret of [spki, spki.trim(), new Uint8Array(modulus), JSON.stringify(issuer.keys[0])]) {
      expect(await principalOf(access, await withSecret(CLAIMS, secret))).toBeNull();
    }
    expect(issuer.asked()).toBe(0);
  });

  test('a symmetric key among the published ones signs nothing', async () => {
    const issuer = await createIssuer('ES256');
    issuer.keys.push({ kty: 'oct', k: Buffer.from(SECRET).toString('base64url'), kid: 'shared', alg: 'HS256' });
    const token = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'HS256', kid: 'shared' })
      .sign(new TextEncoder().encode(SECRET));
    expect(await principalOf(accessTo(issuer), token)).toBeNull();
  });

  test('one of a key that is not published is refused, and keys that were just fetched are not fetched again', async () => {
    const [issuer, stranger] = [await createIssuer('ES256'), await createIssuer('ES256', 'second')];
    const access = accessTo(issuer);
    for (let n = 0; n < 5; n++) expect(await principalOf(access, await stranger.sign(CLAIMS))).toBeNull();
    expect(issuer.asked()).toBe(1);
    expect(await principalOf(access, await stranger.sign(CLAIMS, { kid: 'first' }))).toBeNull();
  });

  test('a key that the token brings along itself counts for nothing', async () => {
    const [issuer, stranger] = [await createIssuer('ES256'), await createIssuer('ES256')];
    const header = { jwk: stranger.keys[0], jku: 'https://evil.example/jwks.json' };
    expect(await principalOf(accessTo(issuer), await stranger.sign(CLAIMS, header))).toBeNull();
  });

  test.each<[string, JWTPayload]>([
    ['expired', { ...CLAIMS, exp: seconds(-60) }],
    ['of another issuer', { ...CLAIMS, iss: 'https://evil.example' }],
    ['for another audience', { ...CLAIMS, aud: ['other'] }],
  ])('one that is %s is refused', async (_what, claims) => {
    const issuer = await createIssuer('ES256');
    expect(await principalOf(accessTo(issuer), await issuer.sign(claims))).toBeNull();
  });

  test('while the keys cannot be fetched: 503 for tokens, and API keys go on', async () => {
    const issuer = await createIssuer('ES256');
    issuer.setUp(false);
    const tokens = accessTo(issuer);
    const server = await startTestServer({
      now: NOW,
      authenticate: (request, connection) => firstOf(apiKeyAccess(server.store), tokens)(request, connection),
    });
    const authorization = `Bearer ${await issuer.sign(CLAIMS)}`;
    const failed = await server.get(METRICS, undefined, { authorization });
    expect(failed.status).toBe(503);
    expect(failed.headers.get('retry-after')).toBe('5');
    expect(problemDetailsSchema.parse(await failed.json()).code).toBe('not_ready');
    expect((await server.get(METRICS, 'acme')).status).toBe(200);
    issuer.setUp(true);
    expect((await server.get(METRICS, undefined, { authorization })).status).toBe(200);
    await server.close();
  });

  test.each<[string, () => Promise<Response>]>([
    ['something else than JSON', () => Promise.resolve(new Response('<html>'))],
    ['JSON that is no set of keys', () => Promise.resolve(Response.json({ jwks: [] }))],
    ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
  ])('an issuer that answers %s is not ready', async (_what, fetch) => {
    const issuer = await createIssuer('ES256');
    await expect(principalOf(accessTo({ fetch }), await issuer.sign(CLAIMS))).rejects.toMatchObject({
      code: 'not_ready',
    });
  });
});

describe('settings that cannot work are refused at once', () => {
  test.each(['short', 'ü'.repeat(15), ''])('a secret that could be guessed: %j', (secret) => {
    expect(() => jwtAccess({ secret })).toThrow(/at least 32 bytes; make one with: openssl rand/);
  });

  test.each(['http://auth.example.com/jwks.json', 'ftp://auth.example.com', 'auth.example.com', ''])(
    'an address that others could answer for: %j',
    (jwks_url) => {
      expect(() => jwtAccess({ jwks_url })).toThrow(/expected an https address/);
    },
  );

  test.each(['http://localhost:9999/jwks.json', 'http://127.0.0.1/jwks.json', 'http://[::1]/jwks.json'])(
    'this machine needs no TLS: %s',
    (jwks_url) => {
      expect(() => jwtAccess({ jwks_url })).not.toThrow();
    },
  );
});
