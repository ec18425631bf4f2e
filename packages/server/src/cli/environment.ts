import { InvalidInputError } from '@cscx/support-core';
import { z } from 'zod';
import { LOG_LEVELS } from '../logger.js';

const MAX_PORT = 65_535;

const wholeNumber = (least: number, most: number, meaning: string) =>
  z
    .string()
    .regex(/^\d{1,12}$/, meaning)
    .transform(Number)
    .refine((value) => value >= least && value <= most, meaning);

const isUrl = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

const isKey = (value: string) =>
  value.split(',').every((key) => Buffer.from(key.trim(), 'base64').length === 32 && /^[\w+/=-]+$/.test(key.trim()));

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;

const isPathOfNames = (value: string) => value.split('.').every((name) => name !== '');

const claim = z
  .string()
  .refine(isPathOfNames, 'expected names with dots between them, such as app_metadata.role')
  .optional();

/** Every variable that is read, and how to put right what cannot be right. */
const environmentSchema = z.object({
  PORT: wholeNumber(0, MAX_PORT, `expected a port from 0 to ${MAX_PORT}, such as 4560`).optional(),
  HOST: z.string().regex(/^\S+$/, 'expected an address to listen on, such as 127.0.0.1 or 0.0.0.0').optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => /^postgres(?:ql)?:\/\/\S+$/.test(value),
      'expected postgres://user:password@host:5432/database, with special characters of the password as %40 and the like',
    )
    .optional(),
  DATABASE_CONNECTIONS: wholeNumber(
    1,
    1000,
    'expected how many connections may be open at once, such as 10',
  ).optional(),
  CACHED_TICKETS: wholeNumber(0, 1e9, 'expected how many tickets stay in memory, such as 200000').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).optional(),
  CREDENTIALS_KEY: z
    .string()
    .refine(isKey, 'expected 32 bytes in base64, as "openssl rand -base64 32" makes; several with commas between them')
    .optional(),
  SYNC_INTERVAL_MINUTES: z
    .string()
    .refine((value) => Number(value) >= 0.1 && Number(value) <= 60, 'expected minutes from 0.1 to 60, such as 5')
    .optional(),
  RATE_LIMIT: wholeNumber(0, 999_999_999, 'expected requests a minute, such as 600; 0 for no limit').optional(),
  ALLOWED_ORIGINS: z
    .string()
    .refine(
      (value) => value.split(',').every((origin) => isOrigin(origin.trim())),
      'expected origins such as https://app.example.com, without a path, with commas between them',
    )
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, 'expected at least 16 letters and digits, as "openssl rand -hex 32" makes')
    .optional(),
  JWT_JWKS_URL: z
    .string()
    .refine(
      isUrl(['https:', 'http:']),
      'expected where the keys of tokens are published, such as https://auth.example.com/jwks',
    )
    .optional(),
  JWT_SECRET: z.string().optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  JWT_ORGANIZATION_CLAIM: claim,
  JWT_ROLE_CLAIM: claim,
  JWT_CSM_CLAIM: claim,
});

type Environment = Record<string, string | undefined>;

/**
 * Takes variables away that are empty: deployments pass on what nobody has set.
 *
 * @throws InvalidInputError with every variable that cannot be right; it never says what stands in it
 */
export const checkEnvironment = (environment: Environment): void => {
  for (const name of Object.keys(environmentSchema.shape)) {
    if (environment[name]?.trim() === '') delete environment[name];
  }
  const { error } = environmentSchema.safeParse(environment);
  if (error) throw InvalidInputError.fromZod('environment', error);
};
