import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createSimulatedAccount,
  createSimulatedFreshdesk,
  randomStories,
  type SimulatedFreshdesk,
} from '@cscx/support-core/simulators';
import type { createFastTime } from './fast-time.ts';

/** What happened to a connection: who began or ended to read it. Moments in milliseconds of real time. */
export interface Turn {
  process: string;
  connection_id: string;
  began_at: number;
  /** Null: it is being read, or who read it was killed. */
  ended_at: number | null;
}

/** Accounts of a support system that note who reads them. */
export interface SupportSystems {
  url: string;
  /** The account of each connection. */
  accounts: ReadonlyMap<string, SimulatedFreshdesk>;
  /** In the order in which they began. */
  turns: readonly Turn[];
  /** Sentences about what may never happen: two processes at one account. */
  overlaps: readonly string[];
  /** Those that are being read by a process. */
  running: (process: string) => Turn[];
  /** Notes that a process ends without a word. @returns what it was reading */
  kill: (process: string) => Turn[];
  /** Resolves when something holds; asked whenever something was told. Rejects after so many milliseconds. */
  until: (holds: () => boolean, ms: number, what: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** How long an account takes for an answer, so that a pull lasts. */
const ANSWER_MS = 200;
const DAY_MS = 86_400_000;

/** Starts an HTTP server with an account for each connection, each with some tickets. */
export const startSupportSystems = async (
  connectionIds: readonly string[],
  { tickets, time }: { tickets: number; time: ReturnType<typeof createFastTime> },
): Promise<SupportSystems> => {
  const accounts = new Map<string, SimulatedFreshdesk>();
  for (const [index, connection_id] of connectionIds.entries()) {
    const now = time.now();
    const stories = randomStories({ count: tickets, seed: 1 + index, from: now - 10 * DAY_MS, to: now - DAY_MS });
    const account = createSimulatedAccount({
      now,
      // None goes away, so that they can be counted.
      stories: stories.map((story) => ({ ...story, changes: story.changes.filter(({ removed }) => !removed) })),
    });
    const clock = { ...time, waited: () => 0, advance: () => undefined };
    accounts.set(connection_id, createSimulatedFreshdesk({ account, clock, domain: connection_id }));
  }

  const turns: Turn[] = [];
  const overlaps: string[] = [];
  const reading = new Map<string, Turn>();
  const killed = new Set<string>();
  const waiting = new Set<() => void>();

  const begin = (process: string, connection_id: string): void => {
    const other = reading.get(connection_id);
    if (other) overlaps.push(`${process} began to read ${connection_id} while ${other.process} did`);
    const turn = { process, connection_id, began_at: Date.now(), ended_at: null };
    turns.push(turn);
    reading.set(connection_id, turn);
  };
  const end = (process: string, connection_id: string): void => {
    const turn = reading.get(connection_id);
    if (turn?.process !== process) return;
    turn.ended_at = Date.now();
    reading.delete(connection_id);
  };
  const answer = async (process: string, connection_id: string, request: IncomingMessage): Promise<Response> => {
    if (reading.get(connection_id)?.process !== process) {
      overlaps.push(`${process} asked for tickets of ${connection_id} without reading it`);
    }
    await sleep(ANSWER_MS);
    const account = accounts.get(connection_id);
    if (!account) return new Response(null, { status: 404 });
    const { authorization = '' } = request.headers;
    const address = new URL(request.url ?? '/', `https://${connection_id}.freshdesk.com`);
    return account.fetch(new Request(address, { headers: { authorization } }));
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { 'x-process': process = '', 'x-connection': connection = '' } = request.headers;
    const [name, connection_id] = [String(process), String(connection)];
    // What was on its way when its sender was killed counts for nothing.
    if (killed.has(name)) return void response.destroy();
    if (request.url === '/begin') begin(name, connection_id);
    else if (request.url === '/end') end(name, connection_id);
    else {
      const given = await answer(name, connection_id, request);
      const body = await given.text();
      response.writeHead(given.status, Object.fromEntries(given.headers)).end(body);
      return;
    }
    for (const check of waiting) check();
    response.writeHead(204).end();
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      overlaps.push(`the support system failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running = (process: string): Turn[] => [...reading.values()].filter((turn) => turn.process === process);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accounts,
    turns,
    overlaps,
    running,
    kill(process) {
      killed.add(process);
      const orphans = running(process);
      for (const { connection_id } of orphans) reading.delete(connection_id);
      return orphans;
    },
    until: (holds, ms, what) =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          clearTimeout(timer);
          waiting.delete(check);
        };
        const check = (): void => {
          if (!holds()) return;
          settle();
          resolve();
        };
        const timer = setTimeout(() => {
          settle();
          reject(new Error(`not within ${ms} ms: ${what}`));
        }, ms);
        waiting.add(check);
        check();
      }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
