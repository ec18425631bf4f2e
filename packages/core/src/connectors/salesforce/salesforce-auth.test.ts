import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { SIMULATED_APP } from '../../simulators/salesforce/salesforce-tokens.js';
import { salesforceError } from '../../simulators/salesforce/salesforce-wire.js';
import { collect } from '../../testing/connector-contract/collect.js';
import { createOrg, NOW, someStories } from './__fixtures__/salesforce-fixture.js';
import { createSalesforceConnector } from './index.js';

const { client_id, client_secret, username, refresh_token } = SIMULATED_APP;

const tokenRequests = (requests: readonly string[]): number =>
  requests.filter((request) => request.endsWith('/oauth2/token')).length;

describe('the three flows (§2.1)', () => {
  test('client credentials go to the My Domain, as a form', async () => {
    const sent: Request[] = [];
    const { vendor, clock } = createOrg();
    const fetch: typeof globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      sent.push(request.clone());
      return vendor.fetch(request);
    };
    const { settings, credentials } = vendor;
    const connector = createSalesforceConnector({ ...settings, credentials, fetch, clock });
    expect((await connector.checkConnection()).problems).toEqual([]);
    expect(sent[0]?.url).toBe('https://acme.my.salesforce.com/services/oauth2/token');
    expect(sent[0]?.headers.get('content-type')).toContain('application/x-www-form-urlencoded');
    expect(connector.instance).toBe('acme');
  });

  test('a JWT assertion is RS256 and expires a few minutes ahead, in seconds', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const { vendor, clock } = createOrg();
    let assertion = '';
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/token')) {
        assertion = new URLSearchParams(await request.clone().text()).get('assertion') ?? '';
      }
      return vendor.fetch(request);
    };
    const credentials = { type: 'jwt', client_id, username, private_key: await exportPKCS8(privateKey) } as const;
    const connector = createSalesforceConnector({ ...vendor.settings, credentials, fetch, clock });
    expect((await connector.checkConnection()).isUsable).toBe(true);
    const { payload } = await jwtVerify(assertion, publicKey, { currentDate: new Date(NOW) });
    expect(payload).toMatchObject({ iss: client_id, sub: username, aud: 'https://login.salesforce.com' });
    expect(payload.exp).toBe(Math.floor(clock.now() / 1000) + 180);
  });

  test('a private key that is no PKCS #8 is refused without being quoted', async () => {
    const { connect } = createOrg();
    const credentials = { type: 'jwt', client_id, username, private_key: 'secret-words' } as const;
    const { isUsable, problems } = await connect({ credentials }).checkConnection();
    expect(isUsable).toBe(false);
    expect(problems[0]?.message).toContain('PKCS #8');
    expect(problems[0]?.message).not.toContain('secret-words');
  });

  test('requests go to the instance that the token names', async () => {
    const instance_url = 'https://acme.eu45.my.salesforce.example';
    const { connector } = createOrg({ vendor: { instance_url } });
    const known = await collect(connector);
    expect([...known.tickets.values()][0]?.external_url).toMatch(
      /^https:\/\/acme\.eu45\.my\.salesforce\.example\/lightning\/r\/Case\/500\w{15}\/view$/,
    );
  });
});

describe('a token that has ended (§2.1, case 9)', () => {
  test('is renewed once, in the middle of a pull, and the request is made again', async () => {
    const { vendor, connector } = createOrg();
    const known = await collect(connector, undefined, { pages: 5 });
    vendor.expireSessions();
    await collect(connector, known);
    expect(known.isCaughtUp).toBe(true);
    expect(vendor.tokensGiven()).toBe(2);
  });

  test('is not waited for when the pull is stopped', async () => {
    const stop = new AbortController();
    const { vendor, clock } = createOrg();
    const { settings, credentials } = vendor;
    const connector = createSalesforceConnector({
      ...settings,
      credentials,
      fetch: () => Promise.resolve(new Response(null, { status: 503 })),
      clock: {
        now: () => clock.now(),
        async wait(ms, signal) {
          stop.abort(new Error('stopped'));
          return clock.wait(ms, signal);
        },
      },
    });
    await expect(connector.pullTicketsById(['500000000000001'], { signal: stop.signal })).rejects.toThrow('stopped');
    expect(clock.waited()).toBe(0);
  });

  test('is not renewed again and again when the new one is refused too', async () => {
    const { vendor, connector } = createOrg();
    const refuse = () => salesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    vendor.answerNext(refuse, refuse);
    await expect(collect(connector)).rejects.toMatchObject({ code: 'connector_unauthorized' });
    expect(tokenRequests(vendor.requests)).toBe(2);
  });

  test.each(['This session is not valid for use with the REST API', 'Connected app is not attached to Agent'])(
    'is not renewed for "%s"',
    async (message) => {
      const { vendor, connector } = createOrg();
      vendor.answerNext(() => salesforceError(401, 'INVALID_SESSION_ID', message));
      await expect(collect(connector)).rejects.toMatchObject({ vendor_code: 'INVALID_SESSION_ID' });
      expect(tokenRequests(vendor.requests)).toBe(1);
    },
  );
});

describe('a refresh token that rotates (§2.1, case 9)', () => {
  const credentials = { type: 'refresh_token', client_id, client_secret, refresh_token } as const;

  test('is handed over before the new access token is used', async () => {
    const { vendor, connect } = createOrg({ vendor: { rotates_refresh_tokens: true } });
    const kept: string[] = [];
    const connector = connect({
      credentials,
      async onTokensRotated(tokens) {
        await Promise.resolve();
        expect(vendor.requests.filter((request) => request.includes('/services/data/')).length).toBe(kept.length * 2);
        kept.push(tokens.refresh_token);
      },
    });
    await collect(connector, undefined, { pages: 1 });
    expect(kept).toEqual(['refresh-1']);
  });

  test('is used once even when two pulls need a token at once', async () => {
    const { vendor, connect } = createOrg({ vendor: { rotates_refresh_tokens: true } });
    const kept: string[] = [];
    const connector = connect({ credentials, onTokensRotated: (tokens) => void kept.push(tokens.refresh_token) });
    const [one, two] = await Promise.all([collect(connector), collect(connector)]);
    expect(one.tickets.size).toBe(two.tickets.size);
    expect(kept).toEqual(['refresh-1']);
    vendor.expireSessions();
    await Promise.all([collect(connector), collect(connector)]);
    expect(kept.at(-1)).toBe(`refresh-${kept.length}`);
  });

  test('stops the pull where it cannot be kept', async () => {
    const { connect } = createOrg({ vendor: { rotates_refresh_tokens: true } });
    const failed = new Error('disk full');
    const connector = connect({ credentials, onTokensRotated: () => Promise.reject(failed) });
    await expect(collect(connector)).rejects.toMatchObject({ code: 'connector_refused', cause: failed });
  });

  test('that is dead needs a person', async () => {
    const { connect } = createOrg();
    const connector = connect({ credentials: { ...credentials, refresh_token: 'revoked' } });
    const { isUsable, problems } = await connector.checkConnection();
    expect(isUsable).toBe(false);
    expect(problems[0]?.message).toContain('authorise the connection again');
  });
});

describe('checkConnection names what is missing', () => {
  const org = (hidden: string[], settings = {}) =>
    createOrg({ stories: someStories(3), vendor: { hidden }, connector: settings }).connector.checkConnection();

  test.each([
    ['no client credentials user enabled', 'run-as user'],
    ['no valid scopes defined', 'scope "api"'],
    ["user hasn't approved this consumer", 'pre-authorise'],
  ])('an OAuth refusal: %s', async (error_description, advice) => {
    const { clock, vendor } = createOrg();
    const fetch = async () => HttpResponse.json({ error: 'invalid_grant', error_description }, { status: 400 });
    const { settings, credentials } = vendor;
    const { isUsable, problems } = await createSalesforceConnector({
      ...settings,
      credentials,
      fetch,
      clock,
    }).checkConnection();
    expect(isUsable).toBe(false);
    expect(problems[0]?.message).toContain(advice);
  });

  test('the object Case: nothing works', async () => {
    const { isUsable, problems } = await org(['Case']);
    expect(isUsable).toBe(false);
    expect(problems[0]).toMatchObject({
      capability: null,
      message: expect.stringContaining('Read access to the object Case'),
    });
  });

  test('objects of one capability', async () => {
    const { isUsable, problems } = await org(['CaseMilestone', 'CaseHistory', 'EmailMessage']);
    expect(isUsable).toBe(true);
    expect(problems.map(({ capability }) => capability)).toEqual(['history', 'sla']);
  });

  test('fields that the settings name', async () => {
    const { isUsable, problems } = await org(['Case.Topic__c', 'Account.CSCX_Id__c', 'Case.CSAT_Score__c']);
    expect(isUsable).toBe(true);
    expect(problems.map(({ message }) => message.split(':')[0])).toEqual([
      'category_field',
      'csat.field',
      'account_external_id_field',
    ]);
    expect(problems.map(({ capability }) => capability)).toEqual([null, 'csat', null]);
  });

  test('a version that is retired (§2.2)', async () => {
    const { problems } = await org([], { api_version: '40.0' });
    expect(problems[0]?.message).toContain('API version is retired');
  });

  test('an abort is thrown', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(createOrg().connector.checkConnection({ signal: stop.signal })).rejects.toThrow('enough');
  });
});
