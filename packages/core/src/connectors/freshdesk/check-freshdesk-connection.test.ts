import { expect, test } from 'vitest';
import { connectorOf, freshdeskAccount, recentStories } from './__fixtures__/freshdesk-account.js';

const check = (
  ...[options, change]: [Parameters<typeof freshdeskAccount>[1]?, { api_key?: string; domain?: string }?]
) => {
  const vendor = freshdeskAccount(recentStories(3), options);
  if (change?.api_key) vendor.credentials.api_key = change.api_key;
  return connectorOf(vendor, change?.domain === undefined ? {} : { domain: change.domain }).checkConnection();
};

test('an administrator of an account with surveys has everything', async () => {
  expect(await check()).toEqual({ isUsable: true, account: 'acme.freshdesk.com', problems: [] });
});

test('a wrong key says where to find the right one', async () => {
  const { isUsable, problems } = await check({}, { api_key: 'other' });
  expect(isUsable).toBe(false);
  expect(problems).toMatchObject([{ capability: null, message: expect.stringContaining('refused the API key') }]);
});

test('a key of an agent without rights asks for an administrator', async () => {
  const { isUsable, problems } = await check({ forbidden: ['tickets'] });
  expect(isUsable).toBe(false);
  expect(problems).toMatchObject([{ capability: null, message: expect.stringContaining('administrator') }]);
});

test.each([2, 3])(
  'an agent of ticket scope %i sees only some tickets, which nobody else would notice',
  async (ticket_scope) => {
    const { isUsable, problems } = await check({ ticket_scope });
    expect(isUsable).toBe(true);
    expect(problems).toMatchObject([{ capability: 'incremental', message: expect.stringContaining('Global Access') }]);
  },
);

test('where the agent cannot be read, its scope is a question to a person', async () => {
  const { isUsable, problems } = await check({ forbidden: ['agents/me'] });
  expect(isUsable).toBe(true);
  expect(problems).toMatchObject([{ capability: 'incremental', message: expect.stringContaining('make sure') }]);
});

test('a plan without surveys is said, and is no error', async () => {
  const { isUsable, problems } = await check({ has_surveys: false });
  expect(isUsable).toBe(true);
  expect(problems).toMatchObject([{ capability: 'csat', message: expect.stringContaining('require_feature') }]);
});

test('an account that nobody answers for is a problem, not an error', async () => {
  expect(await check({}, { domain: 'nobody' })).toMatchObject({ isUsable: false, account: 'nobody.freshdesk.com' });
});
