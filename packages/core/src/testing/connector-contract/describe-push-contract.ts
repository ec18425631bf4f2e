import { type Capability, type Connector, type WebhookChanges } from '../../connectors/connector.js';
import { isSupportError } from '../../errors/support-error.js';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import { collect, nothingCollected } from './collect.js';
import { check, present } from './contract-check.js';
import type { RegisterTest } from './describe-connector-contract.js';
import { keepsWebhookPromise } from './webhook-promise.js';

/** What of a delivery shows that a capability works. */
const SHOWN = {
  deletions: ({ removed }: WebhookChanges) => removed.length > 0,
  csat: ({ events }: WebhookChanges) => events.some(({ type }) => type === 'csat_received'),
  sla: ({ patches }: WebhookChanges) =>
    patches.some(({ draft, given }) => given.includes('vendor_sla') && Object.keys(draft.vendor_sla ?? {}).length > 0),
} satisfies Partial<Record<Capability, (changes: WebhookChanges) => boolean>>;

/** A capability that a delivery can bring. */
export type PushedCapability = keyof typeof SHOWN;

/** A connector to which tickets are sent: what the contract is tested with, made anew for each test. */
export interface PushFixture {
  connector: Connector;
  /** A ticket's delivery as its sender makes it, and one that nobody signed. */
  webhook: { signed: () => Request; forged: () => Request };
  /** A delivery that brings each declared capability. */
  deliveries: Partial<Record<PushedCapability, () => Request>>;
}

/** What {@link describePushContract} needs. */
export interface PushContractOptions {
  test: RegisterTest;
  createFixture: () => PushFixture | Promise<PushFixture>;
}

const changesOf = async (connector: Connector, request: Request): Promise<WebhookChanges> => {
  const reading = await present(connector.readWebhook, 'readWebhook')(request);
  return present(reading.kind === 'accepted' ? reading.changes : null, 'an accepted delivery with its changes');
};

const promises: Record<string, (fixture: PushFixture) => Promise<void>> = {
  'pulls nothing, in one page whose cursor is good for the next pull': async ({ connector }) => {
    const known = await collect(connector);
    check(known.pages === 1 && known.isCaughtUp, 'one page that is caught up');
    check(known.tickets.size + known.events.size + known.removed.size === 0, 'nothing from a pull');
    check((await collect(connector, known)).pages === 2, 'one page more from the second pull');
    const { tickets, removed } = await connector.pullTicketsById(['1']);
    check(tickets.length + removed.length === 0, 'nothing of a ticket for which nobody can be asked');
  },
  'refuses a foreign cursor': async ({ connector }) => {
    const error: unknown = await collect(connector, { ...nothingCollected(), cursor: '{"page":7}' }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    check(isSupportError(error), 'a SupportError for a cursor of something else');
  },
  'finds the connection usable': async ({ connector }) => {
    check((await connector.checkConnection()).isUsable, 'a usable connection');
  },
  'webhooks: accepts what is signed and nothing else': ({ connector, webhook }) =>
    keepsWebhookPromise(connector, webhook),
  'brings a ticket in a valid form': async ({ connector, webhook }) => {
    const { patches, events } = await changesOf(connector, webhook.signed());
    check(patches.length > 0, 'a ticket');
    for (const { draft } of patches) {
      check(ticketDraftSchema.safeParse(draft).success, 'valid tickets');
      const id = `${connector.id}:${connector.instance}:${draft.external_id}`;
      check(draft.ticket_id === id, `ticket_id to be {source}:{instance}:{external_id}, not ${draft.ticket_id}`);
    }
    for (const event of events) check(ticketEventSchema.safeParse(event).success, 'valid events');
  },
};

/**
 * Registers the tests for a connector that is only sent to: it cannot pull, so of the contract there remains that a pull is
 * harmless, that webhooks are verified, and that a declared capability comes with a delivery.
 *
 * @example
 * describe('our own sender keeps the contract', () => {
 *   describePushContract({ test, createFixture: () => createSenderFixture() });
 * });
 */
export const describePushContract = ({ test, createFixture }: PushContractOptions): void => {
  for (const [name, run] of Object.entries(promises)) test(name, async () => run(await createFixture()));
  test('declares webhooks, and nothing that only a pull can bring', async () => {
    const { capabilities } = (await createFixture()).connector;
    check(capabilities.includes('webhooks'), 'the capability webhooks');
    check(!capabilities.includes('incremental') && !capabilities.includes('history'), 'no capability of a pull');
  });
  for (const capability of Object.keys(SHOWN) as PushedCapability[]) {
    test(`${capability}: comes with a delivery where it is declared`, async () => {
      const { connector, deliveries } = await createFixture();
      if (!connector.capabilities.includes(capability)) return;
      const delivery = present(deliveries[capability], `the fixture to have a delivery of ${capability}`);
      check(SHOWN[capability](await changesOf(connector, delivery())), `a delivery to bring ${capability}`);
    });
  }
};
