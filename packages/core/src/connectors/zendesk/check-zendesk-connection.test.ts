import { describe, expect, test } from 'vitest';
import { createZendeskAccount, NOW, quietTicket } from './__fixtures__/zendesk-account.js';
import { createZendeskConnector } from './zendesk-connector.js';
import { createSimulatedClock } from '../../simulators/shared/simulated-clock.js';

const check = (options: Parameters<typeof createZendeskAccount>[1]) =>
  createZendeskAccount([quietTicket(1, 5)], options).connector.checkConnection();

const answering = (response: () => Response) =>
  createZendeskConnector({
    subdomain: 'acme',
    credentials: { type: 'api_token', email: 'a@b.example', token: 't' },
    fetch: async () => response(),
    clock: createSimulatedClock(NOW),
  }).checkConnection();

describe('a connection', () => {
  test('that works names its account', async () => {
    expect(await check({})).toEqual({ isUsable: true, account: 'acme.zendesk.com', problems: [] });
  });

  test('with wrong credentials says so', async () => {
    const credentials = { type: 'api_token', email: 'a@b.example', token: 'wrong' } as const;
    const found = await check({ connection: { credentials } });
    expect(found).toMatchObject({ isUsable: false, problems: [{ capability: null }] });
    expect(found.problems[0]?.message).toMatch(/refused the credentials/);
  });

  test('that Zendesk treats as anybody has wrong credentials too', async () => {
    const found = await answering(() => Response.json({ user: { id: null, role: 'end-user' } }));
    expect(found.problems[0]?.message).toMatch(/refused the credentials/);
  });

  test('of an agent needs an administrator', async () => {
    const { isUsable, problems } = await check({ role: 'agent' });
    expect(isUsable).toBe(false);
    expect(problems[0]?.message).toMatch(/has to be an administrator/);
  });

  test('to no account names the subdomain', async () => {
    const found = await answering(() => new Response('<html>No help desk</html>', { status: 404 }));
    expect(found.problems[0]?.message).toBe('There is no Zendesk account at acme.zendesk.com');
  });

  test('A1: with a malformed scope is refused everywhere', async () => {
    const found = await answering(() => Response.json({ error: 'Forbidden' }, { status: 403 }));
    expect(found.problems[0]?.message).toMatch(/needs the scope read/);
  });

  test('A7.6: without a plan for ratings or SLA events works without them', async () => {
    const missing = { satisfaction_ratings: 403, ticket_metric_events: 404 } as const;
    const { isUsable, problems } = await check({ missing });
    expect(isUsable).toBe(true);
    expect(problems.map(({ capability }) => capability)).toEqual(['sla', 'csat']);
    expect(problems[1]?.message).toMatch(/plan Professional/);
  });

  test('that Zendesk does not answer is not usable now, and nobody waits for minutes', async () => {
    const found = await answering(() => new Response(null, { status: 503, headers: { 'retry-after': '120' } }));
    expect(found).toMatchObject({
      isUsable: false,
      problems: [{ message: expect.stringMatching(/no usable answer/) }],
    });
  });

  test('is checked no further after an abort', async () => {
    const { connector } = createZendeskAccount([]);
    const reason = new Error('enough');
    await expect(connector.checkConnection({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('A1: the account', () => {
  const connect = (subdomain: string) =>
    createZendeskConnector({ subdomain, credentials: { type: 'api_token', email: 'a@b.example', token: 't' } });

  test.each(['acme', 'ACME.zendesk.com', 'https://acme.zendesk.com/agent/dashboard', ' acme.zendesk.com/ '])(
    'is acme, written %j',
    (subdomain) => {
      expect(connect(subdomain).instance).toBe('acme');
    },
  );

  test.each(['', 'support.acme.example', 'a b', 'acme.zendesk.com.evil.example', '-acme'])(
    'is none in %j',
    (subdomain) => {
      expect(() => connect(subdomain)).toThrow('subdomain: expected the name before .zendesk.com');
    },
  );

  test('an unknown setting is a mistake', () => {
    const options = {
      subdomain: 'acme',
      subdomian: 'x',
      credentials: { type: 'api_token', email: 'a', token: 't' },
    } as const;
    expect(() => createZendeskConnector(options)).toThrow('subdomian: unknown field');
  });
});
