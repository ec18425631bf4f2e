import { describe, expect, test } from 'vitest';
import { createConnector } from './create-connector.js';
import type { ConnectionDescription, Vendor } from './vendors.js';

const descriptions: Readonly<Record<Vendor, Omit<ConnectionDescription, 'source_system'> & { instance: string }>> = {
  zendesk: {
    instance: 'acme',
    settings: { subdomain: 'acme' },
    credentials: { type: 'api_token', email: 'sync@acme.example', token: 'made-up-token' },
  },
  intercom: {
    instance: 'abc123',
    settings: { app_id: 'abc123' },
    credentials: { type: 'access_token', access_token: 'made-up-token' },
  },
  freshdesk: {
    instance: 'acme',
    settings: { domain: 'acme.freshdesk.com' },
    credentials: { type: 'api_key', api_key: 'made-up-key' },
  },
  salesforce: {
    instance: 'acme',
    settings: { my_domain: 'acme' },
    credentials: { type: 'client_credentials', client_id: 'made-up-id', client_secret: 'made-up-secret' },
  },
  webhook: {
    instance: 'own-desk',
    settings: { instance: 'own-desk' },
    credentials: { type: 'signing_secrets', secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] },
  },
};

describe.each(Object.entries(descriptions))('an account of %s', (name, { instance, ...description }) => {
  const source_system = name as Vendor;
  const refuse = async (): Promise<Response> => new Response(null, { status: 503 });

  test('becomes a connector', async () => {
    expect(await createConnector({ source_system, ...description })).toMatchObject({ id: source_system, instance });
  });

  test('is reached by the fetch and the clock that are given, and by nothing else', async () => {
    let waited = 0;
    const clock = { now: () => waited, wait: async (ms: number) => void (waited += ms) };
    const services = { fetch: refuse, clock, onTokensRotated: () => undefined, isKnownCustomer: () => false };
    const check = await (await createConnector({ source_system, ...description }, services)).checkConnection();
    expect(check.isUsable).toBe(source_system === 'webhook');
  });

  test('with a setting that there is not is refused by its name, without its credentials', async () => {
    const settings = { ...description.settings, colour: 'red' };
    const creating = createConnector({ source_system, ...description, settings });
    await expect(creating).rejects.toMatchObject({ code: 'invalid_input', issues: [{ path: 'colour' }] });
    await expect(creating).rejects.not.toThrow('made-up');
  });

  test('with credentials of another kind is refused', async () => {
    const creating = createConnector({ source_system, ...description, credentials: { type: 'password' } });
    await expect(creating).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
