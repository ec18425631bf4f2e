import { describe, expect, test } from 'vitest';
import { collect } from '../../testing/connector-contract/collect.js';
import { createZendeskAccount, quietTicket } from './__fixtures__/zendesk-account.js';
import type { ZendeskTokens } from './zendesk-options.js';

const STORIES = [quietTicket(1, 5), quietTicket(2, 4)];

describe('A1: an API token', () => {
  test('goes with the user {email}/token, however the e-mail address is written', async () => {
    const { connect, zendesk } = createZendeskAccount(STORIES);
    const token = 'simulated-api-token';
    for (const email of ['sync@helpdesk.example', 'sync@helpdesk.example/token']) {
      const known = await collect(connect({ credentials: { type: 'api_token', email, token } }));
      expect(known.tickets.size).toBe(2);
    }
    expect(zendesk.requests).not.toContain('POST /oauth/tokens');
  });
});

describe('A1: OAuth tokens', () => {
  test('are replaced after a 401 in the middle of a pull; the new pair is kept before it is used', async () => {
    const steps: string[] = [];
    const { zendesk, connect } = createZendeskAccount(STORIES, { auth: 'oauth' });
    const connector = connect({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        steps.push(`${new URL(request.url).pathname} ${request.headers.get('authorization')}`);
        return zendesk.fetch(request);
      },
      onTokensRotated: async ({ access_token }) => {
        await Promise.resolve();
        steps.push(`kept ${access_token}`);
      },
    });
    zendesk.expireToken();
    expect((await collect(connector)).tickets.size).toBe(2);
    expect(steps.slice(0, 4)).toEqual([
      '/api/v2/incremental/tickets/cursor.json Bearer access-1',
      '/oauth/tokens null',
      'kept access-2',
      '/api/v2/incremental/tickets/cursor.json Bearer access-2',
    ]);
  });

  test('are refreshed once, however many requests wait for it: the refresh token works a single time', async () => {
    const kept: ZendeskTokens[] = [];
    const { zendesk, connect } = createZendeskAccount(STORIES, { auth: 'oauth' });
    const connector = connect({ onTokensRotated: (tokens) => void kept.push(tokens) });
    zendesk.expireToken();
    const pages = await Promise.all([
      connector.pullTicketsById(['1']),
      connector.pullTicketsById(['2']),
      connector.pullTicketsById(['1', '2']),
    ]);
    expect(pages.map(({ tickets }) => tickets.length)).toEqual([1, 1, 2]);
    expect(zendesk.issuedTokens()).toBe(2);
    expect(kept).toMatchObject([{ access_token: 'access-2', refresh_token: 'refresh-2' }]);
  });

  test('are replaced before they end, and not sooner', async () => {
    const { zendesk, clock, connect, account } = createZendeskAccount(STORIES, { auth: 'oauth', token_seconds: 600 });
    const kept: ZendeskTokens[] = [];
    const expires_at = '2026-03-10T12:10:00Z';
    if (zendesk.credentials.type !== 'oauth') throw new Error('expected oauth');
    const connector = connect({
      credentials: { ...zendesk.credentials, expires_at },
      onTokensRotated: (tokens) => void kept.push(tokens),
    });
    await collect(connector);
    await connector.checkConnection();
    expect(zendesk.issuedTokens()).toBe(1);
    clock.advance(560_000);
    account.advanceTo(clock.now());
    await connector.checkConnection();
    expect(zendesk.issuedTokens()).toBe(2);
    expect(kept[0]?.expires_at).toMatch(/^2026-03-10T12:[12]\d:/);
  });

  test('that could not be kept are kept at the next attempt, without another refresh', async () => {
    const kept: string[] = [];
    let isStoreDown = true;
    const { zendesk, connect } = createZendeskAccount(STORIES, { auth: 'oauth' });
    const connector = connect({
      onTokensRotated: ({ access_token }) => {
        if (isStoreDown) throw new Error('the store is down');
        kept.push(access_token);
      },
    });
    zendesk.expireToken();
    await expect(connector.pullTicketsById(['1'])).rejects.toThrow('the store is down');
    isStoreDown = false;
    expect((await connector.pullTicketsById(['1'])).tickets).toHaveLength(1);
    expect(kept).toEqual(['access-2']);
    expect(zendesk.issuedTokens()).toBe(2);
  });

  test('that are not to be had are not waited for when the pull is stopped', async () => {
    const stop = new AbortController();
    const { zendesk, clock, connect } = createZendeskAccount(STORIES, { auth: 'oauth' });
    const connector = connect({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        return request.url.endsWith('/oauth/tokens') ? new Response(null, { status: 503 }) : zendesk.fetch(request);
      },
      clock: {
        now: () => clock.now(),
        async wait(ms, signal) {
          stop.abort(new Error('stopped'));
          return clock.wait(ms, signal);
        },
      },
    });
    zendesk.expireToken();
    await expect(connector.pullTicketsById(['1'], { signal: stop.signal })).rejects.toThrow('stopped');
    expect(clock.waited()).toBe(0);
  });

  test('that were revoked need a person', async () => {
    const { zendesk, connect } = createZendeskAccount(STORIES, { auth: 'oauth' });
    if (zendesk.credentials.type !== 'oauth') throw new Error('expected oauth');
    const connector = connect({ credentials: { ...zendesk.credentials, refresh_token: 'used before' } });
    zendesk.expireToken();
    await expect(connector.pullTicketsById(['1'])).rejects.toMatchObject({
      code: 'connector_unauthorized',
      vendor_code: 'invalid_grant',
      isRetryable: false,
      message: expect.not.stringMatching(/used before|access-1/),
    });
  });

  test('by client credentials need no refresh token', async () => {
    const { zendesk, connector, clock, account } = createZendeskAccount(STORIES, {
      auth: 'client_credentials',
      token_seconds: 600,
    });
    expect((await collect(connector)).tickets.size).toBe(2);
    clock.advance(700_000);
    account.advanceTo(clock.now());
    expect((await collect(connector)).tickets.size).toBe(2);
    expect(zendesk.issuedTokens()).toBe(3);
  });
});
