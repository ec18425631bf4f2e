import { describe, expect, test } from 'vitest';
import { collect } from '../../testing/connector-contract/collect.js';
import { createWorkspace, storyOf } from './__fixtures__/simulated-workspace.js';

const later = ({ clock, account }: ReturnType<typeof createWorkspace>, minutes = 10): void => {
  clock.advance(minutes * 60_000);
  account.advanceTo(clock.now());
};

const stories = Array.from({ length: 200 }, (_, index) => storyOf(index + 1));

describe('deleted conversations (1.2)', () => {
  test('are read page by page, back to what is known', async () => {
    const workspace = createWorkspace(stories);
    const { connect, account, vendor } = workspace;
    const known = await collect(connect());
    later(workspace);
    for (let number = 1; number <= 130; number += 1) account.change(number, { removed: 'deleted' });
    await collect(connect(), known);
    expect(known.removed.size).toBe(130);
    later(workspace);
    account.change(150, { removed: 'deleted' });
    await collect(connect(), known);
    expect(known.removed.size).toBe(131);
    const before = vendor.requests.length;
    await collect(connect(), known);
    expect(vendor.requests.slice(before).filter((request) => request.endsWith('/deleted'))).toHaveLength(1);
  });

  test('go on where they were stopped', async () => {
    const workspace = createWorkspace(stories);
    const { connect, account } = workspace;
    const known = await collect(connect());
    later(workspace);
    for (let number = 1; number <= 130; number += 1) account.change(number, { removed: 'deleted' });
    for (let step = 0; step < 3; step += 1) await collect(connect(), known, { pages: 1 });
    expect(known.removed.size).toBe(130);
  });

  test('are not declared before version 2.16, and not asked for', async () => {
    const { connect, vendor } = createWorkspace(stories.slice(0, 1));
    const connector = connect({ api_version: '2.15' });
    expect(connector.capabilities).toEqual(['incremental', 'history', 'csat', 'sla', 'webhooks']);
    await collect(connector);
    expect(vendor.requests.some((request) => request.endsWith('/deleted'))).toBe(false);
  });

  test.each([
    [404, 'not_found'],
    [400, 'intercom_version_invalid'],
    [403, 'api_plan_restricted'],
  ])('are left out alone where the list is missing: %i %s', async (status, code) => {
    const { connect, vendor } = createWorkspace(stories.slice(0, 3));
    vendor.office.refusals.set('/conversations/deleted', { status, code });
    const pages = [];
    for await (const page of connect().pullTickets()) pages.push(page);
    expect(pages.flatMap(({ tickets }) => tickets)).toHaveLength(3);
    expect(pages.at(-1)?.degraded).toMatchObject([{ capability: 'deletions', reason: expect.stringContaining(code) }]);
  });
});

describe('by id', () => {
  test('a 404 is a deletion', async () => {
    const { connect, account, vendor } = createWorkspace(stories.slice(0, 2));
    account.change(2, { removed: 'deleted' });
    const ids = [vendor.externalId(1), vendor.externalId(2), 'no/such id'];
    const { tickets, removed } = await connect().pullTicketsById(ids);
    expect(tickets).toHaveLength(1);
    expect(removed.map(({ ticket_id, reason }) => [ticket_id, reason])).toEqual([
      [`intercom:sim1:no/such id`, 'deleted'],
      [`intercom:sim1:${ids[1]}`, 'deleted'],
    ]);
  });

  test('a missing permission is none', async () => {
    const { connect, vendor } = createWorkspace(stories.slice(0, 1));
    vendor.office.refusals.set('/conversations/:id', { status: 403, code: 'forbidden' });
    await expect(connect().pullTicketsById([vendor.externalId(1)])).rejects.toMatchObject({
      code: 'connector_forbidden',
    });
    vendor.office.refusals.set('/conversations/:id', { status: 400, code: 'intercom_version_invalid' });
    await expect(connect().pullTicketsById([vendor.externalId(1)])).rejects.toMatchObject({ status: 400 });
    vendor.office.refusals.set('/conversations/:id', { status: 404, code: 'not_found' });
    vendor.office.refusals.set('/tickets/:id', { status: 403, code: 'forbidden' });
    expect((await connect().pullTicketsById([vendor.externalId(1)])).removed).toEqual([]);
  });

  test("another workspace's token deletes nothing", async () => {
    const { connect, vendor } = createWorkspace(stories.slice(0, 1));
    const connector = connect({ app_id: 'other' });
    const refused = { code: 'connector_unauthorized', message: expect.stringContaining('another workspace') };
    await expect(connector.pullTicketsById([vendor.externalId(1)])).rejects.toMatchObject(refused);
    await expect(collect(connector)).rejects.toMatchObject(refused);
  });
});
