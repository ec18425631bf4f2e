import type { Instant } from '@cscx/support-core';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** The longest time between two syncs of a connection, unless set otherwise. */
export const INTERVAL_MS = 5 * MINUTE_MS;
/** How long the right to read a connection is good for, unless it is renewed. */
export const LEASE_MS = 30 * SECOND_MS;
/** How often it is renewed. */
export const HEARTBEAT_MS = 10 * SECOND_MS;
/** After so long, a pull that goes on makes room for others, at the end of a page. */
export const TURN_MS = MINUTE_MS;

const FIRST_RETRY_MS = 30 * SECOND_MS;
const LAST_RETRY_MS = 15 * MINUTE_MS;
const BLOCKED_MS = 6 * HOUR_MS;
const ALERTS_MS = 4.5 * MINUTE_MS;
const POLL_MS = 5 * SECOND_MS;

/** How a turn of a connection ended. */
export type TurnEnd =
  | { kind: 'caught_up' }
  /** There is more to read: it made room for others, or the process stops. */
  | { kind: 'gave_way' }
  | {
      kind: 'failed';
      code: string;
      /** In a row, this one included. */
      failures: number;
      /** No earlier, the support system says; milliseconds since the epoch. */
      retry_at?: number | undefined;
    };

/** What time and chance are when something is planned. */
export interface Planning {
  now: Instant;
  /** From 0 to 1: so that what began together does not stay together. */
  random: () => number;
}

const BLOCKING = new Set([
  'connector_unauthorized',
  'connector_forbidden',
  'connector_not_found',
  'connector_refused',
  'credentials_sealed',
  'invalid_input',
]);

/** Whether a person has to act before another attempt can succeed. */
export const isBlocking = (code: string): boolean => BLOCKING.has(code);

/** An instant so many milliseconds later. */
export const later = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();

/** From so much of a duration up to the whole of it. */
const spread = (ms: number, least: number, random: () => number): number => ms * (least + (1 - least) * random());

/** Doubles with each failure: 30 s, 1 min, 2 min … 15 min, and down to half of that by chance. */
const retryDelay = (failures: number, random: () => number): number =>
  spread(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)), 0.5, random);

/**
 * When a connection is due again.
 *
 * @param options.claimed_at - when the turn began: regular syncs are counted from there
 * @param options.interval_ms - the longest time between two of them
 * @example
 * const options = { now, claimed_at, interval_ms: 300_000, random: Math.random };
 * nextSyncAt({ kind: 'caught_up' }, options); // 4 to 5 minutes after claimed_at
 */
export const nextSyncAt = (
  end: TurnEnd,
  { now, claimed_at, interval_ms, random }: Planning & { claimed_at: Instant; interval_ms: number },
): Instant => {
  switch (end.kind) {
    case 'gave_way':
      return now;
    case 'caught_up': {
      const due = later(claimed_at, spread(interval_ms, 0.8, random));
      return due > now ? due : now;
    }
    case 'failed': {
      const { code, failures, retry_at = 0 } = end;
      const delay = isBlocking(code) ? spread(BLOCKED_MS, 0.9, random) : retryDelay(failures, random);
      return new Date(Math.max(Date.parse(now) + delay, retry_at)).toISOString();
    }
  }
};

/** When the alerts of an organization are evaluated again: a missed target is noticed within 5 minutes. */
export const nextAlertsAt = ({ now, random }: Planning): Instant => later(now, spread(ALERTS_MS, 0.8, random));

/** How long a worker waits before it looks for work again: several of them do not look at once. */
export const pollDelay = (random: () => number): number => spread(POLL_MS, 0.4, random);
