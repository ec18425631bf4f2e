import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { SupportDatabase } from './database.js';

/** What is done by one at a time within an organization, and how the database numbers it. Taken in this order. */
const PURPOSES = { matching: 1_560_001, alerts: 1_560_002 };

type Purpose = keyof typeof PURPOSES;

/** Two organizations with one number would wait for each other now and then, no more. */
const numberOf = (organizationId: string): number => createHash('sha256').update(organizationId).digest().readInt32BE();

/**
 * Waits until nobody else has the lock, and keeps it until the transaction ends. A lock of its own rather than a row's: who
 * waits for it comes next, however many share it meanwhile, and it is in no other writer's way.
 */
export const takeLock = async (db: SupportDatabase, purpose: Purpose, organizationId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${PURPOSES[purpose]}::integer, ${numberOf(organizationId)}::integer)`.execute(
    db,
  );
};

/** The same with others that share it. */
export const shareLock = async (db: SupportDatabase, purpose: Purpose, organizationId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(${PURPOSES[purpose]}::integer,
    ${numberOf(organizationId)}::integer)`.execute(db);
};
