import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import type { Capability, PulledPage, PullOptions, RemovedTicket } from '../connector.js';
import { ConnectorError, type ConnectorErrorCode } from './connector-error.js';
import { type AnyPullStream, type PullStream, pullStreams } from './pull-streams.js';

const removed = (ticket_id: string): RemovedTicket => ({ ticket_id, reason: 'deleted', source_updated_at: null });

/** A list of so many records, two a page; its state is how many were read. */
const createList = (
  name: string,
  length: number,
  capability: Capability | null = null,
): PullStream<{ from: number }> => ({
  name,
  capability,
  state: z.object({ from: z.number().int().min(0) }),
  begin: () => ({ from: 0 }),
  async *pull({ from }) {
    for (let at = from; at < length; at += 2) {
      const ids = [at, at + 1].filter((index) => index < length).map((index) => `${name}-${index}`);
      yield { page: { removed: ids.map(removed) }, state: { from: Math.min(at + 2, length) } };
    }
  },
});

const failing = (name: string, code: ConnectorErrorCode, capability: Capability | null): AnyPullStream => ({
  ...createList(name, 4, capability),
  async *pull() {
    yield { page: { removed: [removed(`${name}-0`)] }, state: { from: 2 } };
    throw new ConnectorError(code, 'these credentials may not do this', { connector: 'desk', operation: name });
  },
});

const read = async (
  streams: readonly AnyPullStream[],
  options: PullOptions = {},
  pages = Infinity,
): Promise<PulledPage[]> => {
  const all: PulledPage[] = [];
  for await (const page of pullStreams('desk', streams, options)) {
    all.push(page);
    if (all.length >= pages) break;
  }
  return all;
};

const idsOf = (pages: readonly PulledPage[]): string[] =>
  pages.flatMap((page) => page.removed.map((one) => one.ticket_id));

const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof ConnectorError ? error.code : error),
  );

describe('resuming', () => {
  const streams = [createList('tickets', 5), createList('ratings', 0), createList('surveys', 3)];
  const everything = [
    'tickets-0',
    'tickets-1',
    'tickets-2',
    'tickets-3',
    'tickets-4',
    'surveys-0',
    'surveys-1',
    'surveys-2',
  ];

  test('one list after the other, and only the last page says that all is read', async () => {
    const pages = await read(streams);
    expect(idsOf(pages)).toEqual(everything);
    expect(pages.map(({ isCaughtUp }) => isCaughtUp)).toEqual([false, false, false, false, false, true]);
  });

  test('after every page it goes on with what follows', async () => {
    const whole = await read(streams);
    for (let stop = 1; stop <= whole.length; stop += 1) {
      const first = await read(streams, {}, stop);
      const rest = await read(streams, { cursor: first.at(-1)?.nextCursor ?? null });
      expect([...idsOf(first), ...idsOf(rest)]).toEqual(everything);
    }
  });

  test('the next pull brings what was added to any list, once', async () => {
    const cursor = (await read(streams)).at(-1)?.nextCursor;
    const longer = [createList('tickets', 6), createList('ratings', 1), createList('surveys', 3)];
    const pages = await read(longer, { cursor });
    expect(idsOf(pages)).toEqual(['tickets-5', 'ratings-0']);
    expect(idsOf(await read(longer, { cursor: pages.at(-1)?.nextCursor }))).toEqual([]);
  });

  test('a list that did not exist when the cursor was given is read from its beginning', async () => {
    const cursor = (await read([createList('tickets', 5)])).at(-1)?.nextCursor;
    const begun: (number | null)[] = [];
    const added: AnyPullStream = { ...createList('sla', 1), begin: (since) => (begun.push(since), { from: 0 }) };
    const pages = await read([createList('tickets', 5), added], { cursor, since: '2026-01-01T00:00:00Z' });
    expect(idsOf(pages)).toEqual(['sla-0']);
    expect(begun).toEqual([Date.UTC(2026, 0, 1)]);
  });

  test('a cursor in a list that is gone begins with the first', async () => {
    const [page] = await read([createList('audits', 5), createList('tickets', 1)], {}, 1);
    expect(idsOf(await read([createList('tickets', 1)], { cursor: page?.nextCursor }))).toEqual(['tickets-0']);
  });
});

describe('a foreign cursor', () => {
  test.each([
    ['no JSON', 'eyJ'],
    ['another form', '{"page":7}'],
    ['another version', '{"v":2,"at":null,"streams":{}}'],
    ['a state that the list did not write', '{"v":1,"at":null,"streams":{"tickets":{"from":-1}}}'],
  ])('%s is refused, also by a connector without lists', async (_, cursor) => {
    expect(await codeOf(read([createList('tickets', 1)], { cursor }))).toBe('connector_bad_cursor');
  });

  test('an empty text is one', async () => {
    expect(await codeOf(read([], { cursor: '' }))).toBe('connector_bad_cursor');
  });
});

describe('degradation', () => {
  test.each(['connector_forbidden', 'connector_not_found'] as const)(
    '%s leaves out one list and names it',
    async (code) => {
      const streams = [
        createList('tickets', 1),
        failing('sla', code, 'sla'),
        failing('csat', code, 'csat'),
        createList('logs', 1),
      ];
      const pages = await read(streams);
      expect(idsOf(pages)).toEqual(['tickets-0', 'sla-0', 'csat-0', 'logs-0']);
      expect(pages.at(-1)).toMatchObject({
        isCaughtUp: true,
        degraded: [
          { capability: 'sla', reason: 'desk: sla: these credentials may not do this' },
          { capability: 'csat', reason: 'desk: csat: these credentials may not do this' },
        ],
      });
      const again = await read([createList('tickets', 1), createList('sla', 4, 'sla')], {
        cursor: pages.at(-1)?.nextCursor,
      });
      expect(idsOf(again)).toEqual(['sla-2', 'sla-3']);
    },
  );

  test('what nothing works without, and trouble that passes, end the pull', async () => {
    expect(await codeOf(read([failing('tickets', 'connector_forbidden', null)]))).toBe('connector_forbidden');
    expect(await codeOf(read([failing('sla', 'connector_unavailable', 'sla')]))).toBe('connector_unavailable');
    const broken: AnyPullStream = {
      ...createList('sla', 1, 'sla'),
      pull() {
        throw new TypeError('a mistake of ours');
      },
    };
    expect(await codeOf(read([broken]))).toBeInstanceOf(TypeError);
  });
});

describe('paging in a circle', () => {
  const circling = (states: readonly number[]): AnyPullStream => ({
    ...createList('tickets', 0),
    async *pull() {
      for (const from of states) yield { page: { removed: [removed(`at-${from}`)] }, state: { from } };
    },
  });

  test('is stopped when a position comes again', async () => {
    expect(await codeOf(read([circling([1, 2, 3, 2, 3, 2])]))).toBe('connector_stalled');
    expect(await codeOf(read([circling([0, 0])]))).toBe('connector_stalled');
  });

  test('a last page that stays where it is is none', async () => {
    expect(idsOf(await read([circling([1, 2, 2])]))).toEqual(['at-1', 'at-2', 'at-2']);
    expect(idsOf(await read([circling([0])]))).toEqual(['at-0']);
  });
});

test('an abort ends it with the reason: between two pages, and after the last page of the last list', async () => {
  const reason = new Error('enough');
  for (const pages of [1, 3]) {
    const stop = new AbortController();
    const seen: PulledPage[] = [];
    const pull = async (): Promise<void> => {
      for await (const page of pullStreams('desk', [createList('tickets', 5)], { signal: stop.signal })) {
        seen.push(page);
        if (seen.length === pages) stop.abort(reason);
      }
    };
    await expect(pull()).rejects.toBe(reason);
    expect(seen).toHaveLength(pages);
  }
});
