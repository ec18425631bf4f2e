import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '@cscx/support-core';
import { checkEnvironment } from './environment.js';

const issuesOf = (environment: Record<string, string>): Record<string, string> => {
  try {
    checkEnvironment(environment);
    return {};
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return Object.fromEntries(error.issues.map(({ path, message }) => [path, message]));
  }
};

describe('the environment of a server', () => {
  test('may be empty, and have variables that are', () => {
    const environment = { DATABASE_URL: '', PORT: ' ', PATH: '/bin' };
    expect(issuesOf(environment)).toEqual({});
    expect(environment).toEqual({ PATH: '/bin' });
  });

  test('may say everything', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    expect(
      issuesOf({
        PORT: '8080',
        HOST: '::',
        DATABASE_URL: 'postgres://support:p%40ss@db:5432/support?sslmode=require',
        DATABASE_CONNECTIONS: '20',
        CACHED_TICKETS: '0',
        LOG_LEVEL: 'info',
        CREDENTIALS_KEY: `${key}, ${key}`,
        SYNC_INTERVAL_MINUTES: '0.5',
        RATE_LIMIT: '0',
        ALLOWED_ORIGINS: 'https://app.example.com, http://localhost:3000',
        METRICS_TOKEN: 'a'.repeat(32),
        JWT_JWKS_URL: 'https://auth.example.com/jwks',
        JWT_ROLE_CLAIM: 'app_metadata.role',
      }),
    ).toEqual({});
  });

  test('is told all that is wrong with it at once, and how to put it right', () => {
    const issues = issuesOf({
      PORT: '99999',
      DATABASE_URL: 'mysql://root:secret@db/support',
      DATABASE_CONNECTIONS: '0',
      CACHED_TICKETS: 'many',
      LOG_LEVEL: 'debug',
      CREDENTIALS_KEY: 'short',
      SYNC_INTERVAL_MINUTES: 'often',
      RATE_LIMIT: '-1',
      ALLOWED_ORIGINS: 'https://app.example.com/page',
      METRICS_TOKEN: 'guess me',
      JWT_JWKS_URL: 'auth.example.com',
      JWT_CSM_CLAIM: 'user..csm',
    });
    expect(Object.keys(issues)).toHaveLength(12);
    expect(Object.values(issues).every((message) => message.startsWith('expected '))).toBe(true);
    expect(JSON.stringify(issues)).not.toMatch(/mysql|secret|short|guess/);
  });
});
