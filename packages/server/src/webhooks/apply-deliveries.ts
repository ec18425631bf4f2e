import type { Instant } from '@cscx/support-core';
import { type Connector, type ConnectorPage, ticketId, type WebhookChanges } from '@cscx/support-core/connectors';
import { patchCustomers } from '../customers/save-customers.js';
import { saveHealthScores } from '../customers/save-health-scores.js';
import { LeaseLostError } from '../errors/lease-lost-error.js';
import type { CustomerMatching } from '../imports/customer-matching.js';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { TakenDelivery } from '../store/webhook-deliveries.js';
import { saveRecords } from '../sync/save-page.js';

/** With what deliveries of one connection are applied. */
export interface ApplyOptions {
  connection_id: string;
  /** Asked for only where something is to be read from the support system. */
  openConnector: () => Promise<Connector>;
  matching: CustomerMatching;
  now: () => Instant;
  /** Stops what is being read from the support system. */
  signal: AbortSignal;
}

/** What deliveries did. */
export interface AppliedDeliveries {
  /** Tickets that are new, now different, or gone. */
  changed: number;
  warnings: { code: string; field: string; count: number }[];
}

/** Oldest versions first: of two parts of one ticket, the later one is put on top, in whatever order they came. */
const inOrderOfVersions = (patches: WebhookChanges['patches']): WebhookChanges['patches'] =>
  patches.toSorted((a, b) => Date.parse(a.draft.source_updated_at) - Date.parse(b.draft.source_updated_at));

const together = (deliveries: readonly TakenDelivery[]): WebhookChanges => {
  const changes = deliveries.flatMap(({ reading }) => reading.changes ?? []);
  return {
    patches: inOrderOfVersions(changes.flatMap(({ patches }) => patches)),
    events: changes.flatMap(({ events }) => events),
    removed: changes.flatMap(({ removed }) => removed),
    customers: changes.flatMap(({ customers }) => customers),
    health_scores: changes.flatMap(({ health_scores }) => health_scores),
    warnings: changes.flatMap(({ warnings }) => warnings),
  };
};

const NOTHING: ConnectorPage = { tickets: [], events: [], removed: [], skipped: [], warnings: [] };

const refetched = async (
  deliveries: readonly TakenDelivery[],
  { openConnector, signal }: ApplyOptions,
): Promise<{ page: ConnectorPage; account: string }> => {
  const ids = new Set(deliveries.flatMap(({ reading }) => reading.refetch));
  if (ids.size === 0) return { page: NOTHING, account: '' };
  const connector = await openConnector();
  const page = await connector.pullTicketsById([...ids], { signal });
  return { page, account: ticketId(connector.id, connector.instance, '') };
};

/** Nobody but the sender tells how far its tickets are known: as far as its newest delivery. */
const noteFreshness = async (
  inside: OrganizationStore,
  connection_id: string,
  deliveries: readonly TakenDelivery[],
) => {
  const newest = deliveries.map(({ received_at }) => received_at).reduce((a, b) => (a > b ? a : b));
  await inside.connections.noteDelivered(connection_id, newest);
  await inside.markDataAsOf(newest);
};

/**
 * Applies deliveries of one connection: first reads the tickets that they point at, all in one go, then writes everything
 * they tell, evaluates the alerts of the customers concerned and notes the deliveries as done, or nothing of all that.
 *
 * @throws ConnectorError when the support system cannot be read
 * @throws LeaseLostError when somebody else has applied them meanwhile
 */
export const applyDeliveries = async (
  organization: OrganizationStore,
  deliveries: readonly TakenDelivery[],
  options: ApplyOptions,
): Promise<AppliedDeliveries> => {
  const { connection_id, matching, now } = options;
  const { page, account } = await refetched(deliveries, options);
  const told = together(deliveries);
  return organization.transaction(async (inside) => {
    // First: it announces that customers change, which nobody may do once tickets are being matched.
    if (told.customers.length > 0) await patchCustomers(inside, told.customers, { now: now() });
    const { match } = await matching.within(inside);
    const patchedIds = told.patches.map(({ draft }) => draft.ticket_id);
    const formerOwners = await inside.tickets.customersOf(patchedIds);
    const patched = await inside.tickets.patch(told.patches, match);
    const saved = await saveRecords(
      inside,
      { ...page, events: [...page.events, ...told.events], removed: [...page.removed, ...told.removed] },
      { connection_id, account, matching, now: now() },
    );
    if (told.health_scores.length > 0) await saveHealthScores(inside, told.health_scores);
    const owners = await inside.tickets.customersOf([...patchedIds, ...saved.others]);
    const touched = new Set([...formerOwners, ...owners, ...saved.customer_ids]);
    await refreshAlerts(inside, [...touched], { now: now() });
    if (deliveries.some(({ reading }) => reading.changes)) await noteFreshness(inside, connection_id, deliveries);
    await inside.markChanged(now());
    const finished = await inside.webhookDeliveries.finish(connection_id, deliveries);
    // What only points at a ticket may have come again meanwhile, and is then read anew.
    if (deliveries.some(({ delivery_id, reading }) => reading.changes && !finished.has(delivery_id))) {
      throw new LeaseLostError(connection_id);
    }
    return {
      changed: patched.size + saved.changed + saved.removed,
      warnings: [...page.warnings, ...told.warnings].map(({ code, field, count }) => ({ code, field, count })),
    };
  });
};
