import { randomUUID } from 'node:crypto';
import { type Instant, isSupportError } from '@cscx/support-core';
import { type Connector, ConnectorError } from '@cscx/support-core/connectors';
import { faultOf } from '../http/fault-of.js';
import { createCustomerMatching } from '../imports/customer-matching.js';
import type { Logger } from '../logger.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { DeliveriesHold, TakenDelivery } from '../store/webhook-deliveries.js';
import { later } from '../sync/schedule.js';
import { applyDeliveries } from './apply-deliveries.js';
import type { OpenConnector } from './connector-cache.js';

/** With what deliveries are applied. */
export interface DrainServices {
  /** Makes the connector of a stored connection. */
  open: OpenConnector;
  now: () => Instant;
  logger: Logger;
}

/** Deliveries in one transaction: a burst of pokes is few requests to the support system. */
const AT_A_TIME = 100;

/** The right to apply is renewed before each transaction; who is not heard of for so long is taken for dead. */
const HOLD_MS = 60_000;

/** A support system that takes longer is tried again later, so that it holds up nobody. */
const REFETCH_MS = 30_000;

/** Of a support system that cannot be read: the sync that comes meanwhile brings it all anyway. */
const LONGEST_REST_MS = 5 * 60_000;

/** Ids are kept for longer than any support system tries again. */
const KEPT_MS = 8 * 86_400_000;

/** What the next deliveries of the connection would meet too. */
const CONCERNS_ALL: readonly string[] = [
  'connector_unauthorized',
  'connector_forbidden',
  'connector_rate_limited',
  'connector_unavailable',
  'credentials_sealed',
  'lease_lost',
];

/** Two transactions were in each other's way; one of them has got through. */
const CONFLICTS: readonly unknown[] = ['40001', '40P01'];
const MOST_CONFLICTS = 3;

const codeOf = (error: unknown): string => {
  if (isSupportError(error)) return error.code;
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'connector_unavailable' : 'internal_error';
};

const isConflict = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && CONFLICTS.includes(error.code);

const restOf = (error: unknown, taken: readonly TakenDelivery[], now: Instant): Instant => {
  const attempt = Math.max(...taken.map(({ attempts }) => attempts));
  const until = Date.parse(now) + Math.min(10_000 * 3 ** (attempt - 1), LONGEST_REST_MS);
  const asked = error instanceof ConnectorError ? (error.retry_at ?? 0) : 0;
  return new Date(Math.max(until, asked)).toISOString();
};

/**
 * Applies what is due of one connection's deliveries, unless somebody else is at it. A delivery that cannot be applied is left
 * for later and the others go on; where the support system itself is the trouble, all of them wait.
 */
export const drainQueue = async (
  organization: OrganizationStore,
  connection_id: string,
  { open, now, logger }: DrainServices,
  signal: AbortSignal,
): Promise<void> => {
  const { webhookDeliveries } = organization;
  const facts = { organization_id: organization.organization_id, connection_id };
  const owner = randomUUID();
  const matching = createCustomerMatching();
  const holdNow = (): DeliveriesHold => {
    const at = now();
    return { owner, now: at, until: later(at, HOLD_MS) };
  };

  let opened: Promise<Connector> | undefined;
  const openIt = async (): Promise<Connector> => {
    const connection = await organization.connections.find(connection_id);
    if (!connection) throw new Error('the connection was removed');
    return open(organization, connection);
  };

  const apply = async (taken: readonly TakenDelivery[], conflicts = 0): Promise<void> => {
    try {
      const { changed, warnings } = await applyDeliveries(organization, taken, {
        connection_id,
        openConnector: () => (opened ??= openIt()),
        matching,
        now,
        signal: AbortSignal.any([signal, AbortSignal.timeout(REFETCH_MS)]),
      });
      logger.info({ ...facts, deliveries: taken.length, changed, warnings }, 'webhooks applied');
    } catch (error) {
      if (!isConflict(error) || conflicts >= MOST_CONFLICTS) throw error;
      await apply(taken, conflicts + 1);
    }
  };

  const fail = async (taken: readonly TakenDelivery[], error: unknown): Promise<void> => {
    const code = codeOf(error);
    const given_up = await webhookDeliveries.fail(connection_id, taken, code);
    logger.warn({ ...facts, deliveries: taken.length, ...faultOf(error), code }, 'webhooks not applied');
    if (given_up.length > 0) logger.error({ ...facts, delivery_ids: given_up, code }, 'webhooks given up');
  };

  /** @returns until when all are to wait; null: go on; undefined: stop */
  const applyOrSplit = async (taken: readonly TakenDelivery[]): Promise<Instant | null | undefined> => {
    try {
      await apply(taken);
      return null;
    } catch (error) {
      if (signal.aborted) {
        await webhookDeliveries.putBack(connection_id, taken, now());
        return undefined;
      }
      if (CONCERNS_ALL.includes(codeOf(error))) {
        await fail(taken, error);
        return restOf(error, taken, now());
      }
      if (taken.length === 1) {
        await fail(taken, error);
        return null;
      }
      const half = Math.ceil(taken.length / 2);
      const first = await applyOrSplit(taken.slice(0, half));
      if (first === null) return applyOrSplit(taken.slice(half));
      await webhookDeliveries.putBack(connection_id, taken.slice(half), now());
      return first;
    }
  };

  if (!(await webhookDeliveries.hold(connection_id, holdNow()))) return;
  let rest: Instant | null | undefined = null;
  try {
    while (rest === null && !signal.aborted && (await webhookDeliveries.keepHold(connection_id, holdNow()))) {
      const taken = await webhookDeliveries.take(connection_id, { now: now(), limit: AT_A_TIME });
      if (taken.length === 0) break;
      rest = await applyOrSplit(taken);
      // What is coming in meanwhile is left to come together.
      if (taken.length < AT_A_TIME) break;
    }
    await webhookDeliveries.forget(connection_id, later(now(), -KEPT_MS));
  } finally {
    await webhookDeliveries.letGo(connection_id, owner, rest ?? null);
  }
};
