import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '@cscx/support-core';
import { type Connector, isSignedBy, MAX_WEBHOOK_BYTES, type WebhookReading } from '@cscx/support-core/connectors';
import { faultOf } from '../http/fault-of.js';
import type { Logger } from '../logger.js';
import type { StoredConnection } from '../store/connections.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import type { OpenConnector } from './connector-cache.js';
import { bodyHash, deliveryKey } from './delivery-key.js';

/** A connection that a request may be for. */
export interface Candidate {
  organization: OrganizationStore;
  connection: StoredConnection;
}

/** With what deliveries are received. */
export interface WebhookReceiver {
  store: SupportStore;
  /** Makes the connector of a stored connection; best from `createConnectorCache`. */
  open: OpenConnector;
  now: () => Instant;
  logger: Logger;
  /** Look-ups of connections that are under way, by id; empty at first. */
  lookups: Map<string, Promise<Candidate[]>>;
}

/** An inbound request. */
export interface InboundWebhook {
  connection_id: string;
  headers: Headers;
  /** Reads the bytes as they came. @returns null where there are more */
  readBody: (maxBytes: number) => Promise<Uint8Array<ArrayBuffer> | null>;
}

type Accepted = Extract<WebhookReading, { kind: 'accepted' }>;
type Rejection = Extract<WebhookReading, { kind: 'rejected' }>;

/** What became of it. `known`: a repetition; `refused`: not signed by a connection of that id, or there is none. */
export type WebhookOutcome =
  | { kind: 'accepted' | 'known' | 'ignored' | 'refused' }
  | Pick<Rejection, 'kind' | 'status' | 'field' | 'reason'>;

/** Ids are made by `connect` or chosen by a person; no column takes a NUL. */
const isPlausible = (connection_id: string): boolean => connection_id.length <= 200 && !connection_id.includes('\0');

/** Where there is no connection, one that nobody has is asked for: what is not there takes as long as what is. */
const NOWHERE = { organization_id: 'nobody', connection_id: '' };

const lookUp = async (store: SupportStore, connection_id: string): Promise<Candidate[]> => {
  const keys = isPlausible(connection_id) ? await store.connectionsById(connection_id) : [];
  const candidates: Candidate[] = [];
  for (const key of keys.length > 0 ? keys : [NOWHERE]) {
    const organization = store.forOrganization(key.organization_id);
    const connection = await organization.connections.find(key.connection_id);
    if (connection) candidates.push({ organization, connection });
  }
  return candidates;
};

/** A secret that nobody knows. */
const decoySecret = randomBytes(32);

const decoyCheck = (body: Uint8Array): Promise<boolean> =>
  isSignedBy(body, '0'.repeat(64), { secrets: [decoySecret], hash: 'SHA-256', encoding: 'hex' });

/** Those that ask for the same connection while it is being looked up share the answer, as in a burst. */
const candidatesOf = ({ store, lookups }: WebhookReceiver, connection_id: string): Promise<Candidate[]> => {
  const running = lookups.get(connection_id);
  if (running) return running;
  const started = lookUp(store, connection_id).finally(() => lookups.delete(connection_id));
  lookups.set(connection_id, started);
  return started;
};

const TOO_LARGE: Rejection = { kind: 'rejected', status: 413, field: '', reason: 'expected a smaller body' };
const UNREADABLE: Rejection = { kind: 'rejected', status: 400, field: '', reason: 'expected another form' };

const ownLimitSchema = z.object({ max_bytes: z.number() });

/** Nobody sends more, unless a connection says so. */
const limitOf = (candidates: readonly Candidate[]): number =>
  Math.max(
    MAX_WEBHOOK_BYTES,
    ...candidates.map(({ connection }) => ownLimitSchema.safeParse(connection.settings).data?.max_bytes ?? 0),
  );

/**
 * What a connection says of a request; null where it has no webhooks or does not open, which is for its own organization to
 * know.
 */
const readingOf = async (
  { organization, connection }: Candidate,
  { headers, body }: { headers: Headers; body: Uint8Array<ArrayBuffer> },
  { open, logger }: WebhookReceiver,
): Promise<WebhookReading | null> => {
  const { organization_id } = organization;
  const { connection_id } = connection;
  const log = (error: unknown, message: string) =>
    logger.error({ organization_id, connection_id, ...faultOf(error) }, message);
  let readWebhook: Connector['readWebhook'];
  try {
    ({ readWebhook } = await open(organization, connection));
  } catch (error) {
    log(error, 'a webhook came for a connection that does not open');
  }
  if (!readWebhook) return null;
  try {
    return await readWebhook(new Request('http://localhost/', { method: 'POST', headers: new Headers(headers), body }));
  } catch (error) {
    log(error, 'a webhook could not be read');
    return UNREADABLE;
  }
};

const isRefused = (reading: WebhookReading | null): boolean =>
  reading === null || (reading.kind === 'rejected' && reading.status === 401);

const keep = async (
  { organization, connection: { connection_id } }: Candidate,
  { delivery_id, refetch, changes }: Accepted,
  body: Uint8Array,
  now: Instant,
): Promise<WebhookOutcome> => {
  const isNew = await organization.webhookDeliveries.add(
    {
      connection_id,
      delivery_id: deliveryKey(delivery_id, body),
      body_hash: changes ? bodyHash(body) : null,
      reading: { refetch, ...(changes && { changes }) },
      is_repeatable: delivery_id === null && !changes,
    },
    now,
  );
  return { kind: isNew ? 'accepted' : 'known' };
};

/**
 * Receives a webhook: finds whose it is by the connection's id, proves it by the signature, and keeps it; applying it is for
 * the drain. Should several organizations have a connection of that id, it is for those whose secret has signed it.
 */
export const receiveWebhook = async (
  { connection_id, headers, readBody }: InboundWebhook,
  receiver: WebhookReceiver,
): Promise<WebhookOutcome> => {
  const candidates = await candidatesOf(receiver, connection_id);
  const body = await readBody(limitOf(candidates));
  if (body === null) return TOO_LARGE;
  let outcome: WebhookOutcome | undefined;
  for (const candidate of candidates) {
    const reading = await readingOf(candidate, { headers, body }, receiver);
    if (reading === null || isRefused(reading)) continue;
    outcome = reading.kind === 'accepted' ? await keep(candidate, reading, body, receiver.now()) : reading;
  }
  if (outcome) return outcome;
  await decoyCheck(body);
  // Where nobody is known, this is too large.
  return body.length > MAX_WEBHOOK_BYTES ? TOO_LARGE : { kind: 'refused' };
};
