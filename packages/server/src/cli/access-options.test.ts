import { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { SupportStore } from '../store/support-store.js';
import { type AccessOptions, addAccessOptions } from './access-options.js';
import { configuredAccess } from './configured-access.js';

const SECRET = 'a secret of more than thirty-two bytes';
const JWKS = 'https://auth.example.com/jwks';

let store: SupportStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** What `serve` would be given, by options and variables of the environment. */
const optionsOf = (commandLine: readonly string[], env: Record<string, string> = {}): AccessOptions => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    addAccessOptions(command);
    return command.parse(commandLine, { from: 'user' }).opts<AccessOptions>();
  } finally {
    vi.unstubAllEnvs();
  }
};

test('without settings: API keys, no pages of elsewhere, 600 requests a minute', () => {
  const { allowed_origins, rate_limits } = configuredAccess(optionsOf([]))(store);
  expect({ allowed_origins, rate_limits }).toEqual({ allowed_origins: [], rate_limits: { requests_per_minute: 600 } });
});

test('variables that are empty are none', () => {
  const names = ['JWT_JWKS_URL', 'JWT_SECRET', 'JWT_ISSUER', 'JWT_ROLE_CLAIM', 'ALLOWED_ORIGINS', 'RATE_LIMIT'];
  const options = optionsOf([], Object.fromEntries(names.map((name) => [name, ''])));
  expect(configuredAccess(options)(store).rate_limits).toEqual({ requests_per_minute: 600 });
});

test('origins and rates are what they are set to', () => {
  const env = { ALLOWED_ORIGINS: 'https://app.example.com, http://localhost:5173', RATE_LIMIT: '0' };
  const access = configuredAccess(optionsOf([], env))(store);
  expect(access.allowed_origins).toEqual(['https://app.example.com', 'http://localhost:5173']);
  expect(access.rate_limits).toBe(false);
  expect(configuredAccess(optionsOf(['--rate-limit', '30'], env))(store).rate_limits).toEqual({
    requests_per_minute: 30,
  });
});

test.each<[string, Record<string, string>, string]>([
  ['a secret that could be guessed', { JWT_SECRET: 'secret' }, 'jwt: secret: expected at least 32 bytes'],
  ['keys over plain http', { JWT_JWKS_URL: 'http://auth.example.com/jwks' }, 'jwt: jwks_url: expected an https'],
  [
    'two ways to verify one token',
    { JWT_SECRET: SECRET, JWT_JWKS_URL: JWKS },
    'settings: JWT_SECRET: expected either it or JWT_JWKS_URL',
  ],
  ['an issuer without its keys', { JWT_ISSUER: 'me', JWT_SECRET: '' }, 'settings: JWT_JWKS_URL: expected it'],
  ['an audience without its keys', { JWT_AUDIENCE: 'me' }, 'settings: JWT_JWKS_URL: expected it'],
])('%s is refused before anything starts', (_what, env, message) => {
  const options = optionsOf([], env);
  expect(() => configuredAccess(options)).toThrow(message);
});

test.each([
  [['--allowed-origins', 'https://app.example.com/page'], 'without a path'],
  [['--allowed-origins', '*'], 'expected origins'],
  [['--rate-limit', 'many'], 'expected a whole number'],
])('%j is not understood', (commandLine, message) => {
  expect(() => optionsOf(commandLine)).toThrow(message);
});

test.each([{ JWT_SECRET: SECRET }, { JWT_JWKS_URL: JWKS, JWT_ISSUER: 'https://auth.example.com' }])(
  'tokens are accepted beside keys: %j',
  async (env) => {
    const { authenticate } = configuredAccess(optionsOf([], env))(store);
    const organization = store.forOrganization('acme');
    await organization.ensure();
    const { key } = await organization.apiKeys.create({ now: '2026-11-23T09:00:00Z' });
    const ask = (token: string) =>
      authenticate?.(new Request('http://localhost', { headers: { authorization: `Bearer ${token}` } }), {});
    expect(await ask(key)).toMatchObject({ organization_id: 'acme', role: 'service' });
    expect(await ask('not.a.token')).toBeNull();
  },
);
