import { describe, expect, test } from 'vitest';
import { createWorkspace, storyOf } from './__fixtures__/simulated-workspace.js';

const workspace = () => createWorkspace([storyOf(1)]);

describe('checkConnection', () => {
  test('names the workspace that it reads (1.1)', async () => {
    const { connect } = workspace();
    expect(await connect().checkConnection()).toEqual({
      isUsable: true,
      account: 'Simulated workspace',
      problems: [],
    });
  });

  test.each([
    ['a wrong token', { credentials: { type: 'access_token', access_token: 'wrong' } }, 'refused the access token'],
    ['a wrong region', { region: 'eu' }, 'hosted in that region'],
    ['a wrong workspace', { app_id: 'other' }, 'of the workspace sim1, not of other'],
  ] as const)('says what to do about %s', async (_, settings, message) => {
    const { connect } = workspace();
    const { isUsable, problems } = await connect(settings).checkConnection();
    expect(isUsable).toBe(false);
    expect(problems).toEqual([{ capability: null, message: expect.stringContaining(message) }]);
  });

  test.each([
    ['/conversations/search', 403, 'api_plan_restricted', null, "The workspace's plan does not include conversations"],
    ['/conversations/search', 403, 'forbidden', null, 'The app may not read conversations: give it the permission'],
    ['/me', 400, 'intercom_version_invalid', null, 'Intercom does not offer the workspace in version 2.16'],
    ['/tickets/search', 403, 'api_plan_restricted', 'history', "The workspace's plan does not include tickets"],
    ['/conversations/deleted', 404, 'not_found', 'deletions', 'The app may not read the list of deleted'],
  ] as const)('of %s with %i %s', async (path, status, code, capability, message) => {
    const { connect, vendor } = workspace();
    vendor.office.refusals.set(path, { status, code });
    const { isUsable, problems } = await connect().checkConnection();
    expect(isUsable).toBe(capability !== null);
    expect(problems).toEqual([{ capability, message: expect.stringContaining(message) }]);
  });

  test('tells a workspace that is hosted elsewhere, should its token work', async () => {
    const { connect, vendor } = workspace();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await vendor.fetch(input, init);
      const text = await response.text();
      return new Response(text.replace('"region":"US"', '"region":"EU"'), response);
    };
    const { problems } = await connect({ fetch }).checkConnection();
    expect(problems).toMatchObject([
      { capability: null, message: expect.stringContaining('in the region eu, not in us') },
    ]);
  });
});
