import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../errors/invalid-input-error.js';
import { createFreshdeskConnector } from './freshdesk-connector.js';
import { freshdeskOptionsSchema } from './freshdesk-options.js';

const credentials = { type: 'api_key', api_key: 'key' } as const;

describe('the domain of an account (B1)', () => {
  test.each([
    'acme',
    ' Acme ',
    'acme.freshdesk.com',
    'https://acme.freshdesk.com/a/tickets/18?x=1',
    'http://ACME.freshdesk.com',
  ])('%s is acme', (domain) => {
    expect(createFreshdeskConnector({ domain, credentials }).instance).toBe('acme');
  });

  test.each([
    '',
    'support.acme.example',
    'https://support.acme.example',
    'a_b',
    '-acme',
    'acme.freshdesk.com.evil.example',
  ])('%j is refused: only the host at freshdesk.com has the API', (domain) => {
    expect(() => createFreshdeskConnector({ domain, credentials })).toThrow(InvalidInputError);
  });

  test('a path in the domain never becomes part of the host', () => {
    expect(freshdeskOptionsSchema.parse({ domain: 'acme/..@evil.example' }).domain).toBe('acme');
  });
});

test('an unknown setting is refused by name', () => {
  const options = { domain: 'acme', credentials, page_size: 50 };
  expect(() => createFreshdeskConnector(options)).toThrow(/page_size: unknown field/);
});

test('neither settings nor key appear in a message', () => {
  const broken = { type: 'api_key', api_key: 'secret key with spaces' } as const;
  expect(() => createFreshdeskConnector({ domain: 'acme', credentials: broken })).toThrow(
    /^freshdesk credentials: api_key: expected an API key$/,
  );
});

test('capabilities are what the settings leave: without a secret no webhooks, without an SLA no verdicts', () => {
  const plain = createFreshdeskConnector({ domain: 'acme', credentials, sla: 'none' });
  expect(plain.capabilities).toEqual(['incremental', 'deletions', 'csat']);
  expect(plain.readWebhook).toBeUndefined();
  const full = createFreshdeskConnector({
    domain: 'acme',
    credentials: { ...credentials, webhook_secrets: ['0123456789abcdef'] },
  });
  expect(full.capabilities).toEqual(['incremental', 'deletions', 'csat', 'sla', 'webhooks']);
});
