import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SeedOptions, seedTicket } from './seed.ts';

/** How the tickets are written. */
export const MAPPING = {
  version: 1,
  mode: 'tickets',
  instance: 'desk',
  format: 'ndjson',
  columns: Object.fromEntries(
    [
      'external_id subject category priority status created_at first_response_at resolved_at csat_score',
      'csat_responded_at is_escalated escalated_at assignee requester_email source_updated_at',
    ]
      .join(' ')
      .split(' ')
      .map((field) => [field, field]),
  ),
  csat: { scale: 'five_point' },
  customer: { column: 'customer_id' },
};

const REST_MS = 5000;

/** Tickets that the server is to take in, a line of JSON each. */
export interface Tickets {
  organization_id: string;
  lines: string;
}

/** What writing did. */
export interface Writes {
  batches: number;
  tickets: number;
}

/** Hands over recent tickets that have just changed, pause by pause, as the pages of a sync come in, until the signal. */
export const keepWriting = async (
  seed: SeedOptions,
  { server, tickets, signal }: { server: ChildProcess; tickets: number; signal: AbortSignal },
): Promise<Writes> => {
  const writes: Writes = { batches: 0, tickets: 0 };
  while (!signal.aborted) {
    const lines = Array.from({ length: tickets }, () => {
      const number = seed.tickets - 1 - Math.floor(Math.random() * (seed.tickets / 10));
      const { draft, customer_id } = seedTicket(number, seed);
      return `${JSON.stringify({ ...draft, customer_id, source_updated_at: new Date().toISOString() })}\n`;
    });
    const message: Tickets = { organization_id: seed.organization_id, lines: lines.join('') };
    server.send(message);
    await once(server, 'message');
    writes.batches += 1;
    writes.tickets += tickets;
    await sleep(REST_MS, undefined, { signal }).catch(() => undefined);
  }
  return writes;
};
