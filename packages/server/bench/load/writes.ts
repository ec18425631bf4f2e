import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SeedOptions, seedTicket } from './seed.ts';
import { type Environment, runCommand } from './served.ts';

const MAPPING = {
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

/** What writing did. */
export interface Writes {
  imports: number;
  tickets: number;
  errors: string[];
}

/** Imports recent tickets that have just changed, pause by pause, as the pages of a sync come in, until the signal. */
export const keepWriting = async (
  seed: SeedOptions,
  { directory, env, tickets, signal }: { directory: string; env: Environment; tickets: number; signal: AbortSignal },
): Promise<Writes> => {
  const writes: Writes = { imports: 0, tickets: 0, errors: [] };
  const mapping = join(directory, 'mapping.json');
  const file = join(directory, 'changes.ndjson');
  await writeFile(mapping, JSON.stringify(MAPPING));
  while (!signal.aborted) {
    const lines = Array.from({ length: tickets }, () => {
      const number = seed.tickets - 1 - Math.floor(Math.random() * (seed.tickets / 10));
      const { draft, customer_id } = seedTicket(number, seed);
      return `${JSON.stringify({ ...draft, customer_id, source_updated_at: new Date().toISOString() })}\n`;
    });
    await writeFile(file, lines.join(''));
    try {
      await runCommand(['import', file, '--mapping', mapping, '--organization', seed.organization_id], env);
      writes.imports += 1;
      writes.tickets += tickets;
    } catch (error) {
      writes.errors.push(String(error));
    }
    await sleep(REST_MS, undefined, { signal }).catch(() => undefined);
  }
  return writes;
};
