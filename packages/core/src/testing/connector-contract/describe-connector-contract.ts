import { CAPABILITIES, type Capability, type PulledPage } from '../../connectors/connector.js';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import { isSupportError } from '../../errors/support-error.js';
import { collect, type Collected, nothingCollected, standingIds } from './collect.js';
import type { ConnectorFixture } from './connector-fixture.js';
import { check, present } from './contract-check.js';
import { keepsWebhookPromise } from './webhook-promise.js';

/** Registers a test: `test` of Vitest, Jest or `node:test`. */
export type RegisterTest = (name: string, run: () => Promise<void>) => unknown;

/** What {@link describeConnectorContract} needs. */
export interface ConnectorContractOptions {
  test: RegisterTest;
  /** A new connector on a new account. */
  createFixture: () => ConnectorFixture | Promise<ConnectorFixture>;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

const asText = ({ tickets, events, removed }: Collected): string[] =>
  [
    ...[...tickets.values()].map((ticket) => JSON.stringify(ticket)),
    ...[...events.values()].map((event) => JSON.stringify(event)),
    ...removed.keys(),
  ].sort();

type Promises = Record<string, (fixture: ConnectorFixture) => Promise<void>>;

const always: Promises = {
  'brings every ticket, each in a valid form and in UTC': async ({ connector, ticketIds }) => {
    const known = await collect(connector);
    check(known.isCaughtUp, 'the last page to say that the pull is caught up');
    check(known.pages > 2, 'an account that needs several pages');
    check(isSame(standingIds(known), sorted(ticketIds())), 'the tickets of the account, all of them and no others');
    for (const ticket of known.tickets.values()) {
      const checked = ticketDraftSchema.safeParse(ticket);
      const [issue] = checked.error?.issues ?? [];
      check(checked.success, `valid tickets; ${issue?.path.join('.')}: ${issue?.message}`);
      const id = `${connector.id}:${connector.instance}:${ticket.external_id}`;
      check(ticket.ticket_id === id, `ticket_id to be {source}:{instance}:{external_id}, not ${ticket.ticket_id}`);
    }
    for (const event of known.events.values()) check(ticketEventSchema.safeParse(event).success, 'valid events');
  },
  'loses nothing when it is stopped after any page and resumed': async (fixture) => {
    const { connector } = fixture;
    const whole = await collect(connector);
    for (let pages = 1; pages < whole.pages; pages += 1) {
      const part = await collect(connector, nothingCollected(), { pages });
      await collect(connector, part);
      check(isSame(standingIds(part), standingIds(whole)), `all tickets after a stop at page ${pages}`);
    }
  },
  'changes nothing when it is pulled twice': async ({ connector }) => {
    const once = await collect(connector);
    const before = asText(once);
    const again = await collect(connector, once);
    check(isSame(before, asText(again)), 'the same tickets and events from a second pull');
    const anew = await collect(connector);
    check(isSame(before, asText(anew)), 'the same tickets and events from a second pull without a cursor');
  },
  'obeys Retry-After': async ({ connector, clock, limitRate }) => {
    limitRate(37);
    const before = clock.now();
    const known = await collect(connector);
    check(known.tickets.size > 0, 'tickets after the wait');
    check(clock.now() - before >= 37_000, 'a wait of at least the seconds that the vendor asked for');
  },
  'stops when it is aborted': async ({ connector, requestCount }) => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const pages: PulledPage[] = [];
    const error: unknown = await (async () => {
      for await (const page of connector.pullTickets({ signal: stop.signal })) {
        pages.push(page);
        stop.abort(reason);
      }
    })().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    check(error === reason, "the signal's reason to be thrown");
    check(pages.length === 1, 'no page after the abort');
    const requests = requestCount();
    await Promise.resolve();
    check(requestCount() === requests, 'no request after the abort');
  },
  'keeps a bad record aside, with its path and reason, and goes on': async (fixture) => {
    const { ticket_id, field } = fixture.breakOne();
    const skipped: PulledPage['skipped'] = [];
    const known = nothingCollected();
    for await (const page of fixture.connector.pullTickets()) {
      skipped.push(...page.skipped);
      for (const ticket of page.tickets) known.tickets.set(ticket.ticket_id, ticket);
      for (const { ticket_id: id } of page.removed) known.removed.set(id, null);
    }
    check(
      skipped.some((record) => record.field === field && record.reason !== ''),
      `a skipped record at ${field}; got ${skipped.map((record) => record.field).join(', ') || 'none'}`,
    );
    const others = sorted(fixture.ticketIds().filter((id) => id !== ticket_id));
    check(
      isSame(
        standingIds(known).filter((id) => id !== ticket_id),
        others,
      ),
      'all the other tickets',
    );
  },
  'reads an unknown status in a stated way, visibly': async (fixture) => {
    const { ticket_id, raw_status } = fixture.setUnknownStatus();
    let warnings = 0;
    const known = nothingCollected();
    for await (const page of fixture.connector.pullTickets()) {
      warnings += page.warnings.filter(({ code }) => code === 'unknown_status').length;
      for (const ticket of page.tickets) known.tickets.set(ticket.ticket_id, ticket);
    }
    const ticket = present(known.tickets.get(ticket_id), 'the ticket with the unknown status');
    check(ticket.raw_status === raw_status, `raw_status to keep the vendor's word`);
    check(warnings > 0, 'a warning unknown_status');
  },
  'refuses a foreign cursor': async ({ connector }) => {
    const error: unknown = await collect(connector, { ...nothingCollected(), cursor: '{"page":7}' }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    check(isSupportError(error), 'a SupportError for a cursor of something else');
  },
  'brings single tickets by id': async ({ connector, ticketIds }) => {
    const known = await collect(connector);
    const wanted = ticketIds().slice(0, 3);
    const externalIds = wanted.map((id) => present(known.tickets.get(id), 'a known ticket').external_id);
    const page = await connector.pullTicketsById(externalIds);
    check(isSame(sorted(page.tickets.map(({ ticket_id }) => ticket_id)), sorted(wanted)), 'the tickets asked for');
  },
  'finds the connection usable': async ({ connector }) => {
    const { isUsable, problems } = await connector.checkConnection();
    check(isUsable, `a usable connection; ${problems.map(({ message }) => message).join('; ')}`);
  },
};

const byCapability: Record<Capability, (fixture: ConnectorFixture) => Promise<void>> = {
  incremental: async ({ connector, changeOne, requestCount }) => {
    const before = requestCount();
    const known = await collect(connector);
    const first = requestCount() - before;
    const id = changeOne();
    const version = present(known.tickets.get(id), 'the changed ticket').source_updated_at;
    const start = requestCount();
    await collect(connector, known);
    check(requestCount() - start <= first, 'no more requests than for the first pull');
    const changed = present(known.tickets.get(id), 'the changed ticket').source_updated_at;
    check(Date.parse(changed) > Date.parse(version), 'the new version of the changed ticket');
  },
  history: async ({ connector }) => {
    const { events } = await collect(connector);
    check(
      [...events.values()].some(({ type }) => type === 'status_changed'),
      'status changes as events',
    );
  },
  deletions: async (fixture) => {
    const known = await collect(fixture.connector);
    const id = present(fixture.deleteOne, 'the fixture to have deleteOne')();
    await collect(fixture.connector, known);
    check(known.removed.has(id), 'the deleted ticket among the removed');
  },
  csat: async (fixture) => {
    const known = await collect(fixture.connector);
    const id = present(fixture.rateOne, 'the fixture to have rateOne')();
    await collect(fixture.connector, known);
    const hasEvent = [...known.events.values()].some(
      (event) => event.type === 'csat_received' && event.ticket_id === id && event.score === 5,
    );
    check(hasEvent || known.tickets.get(id)?.csat_score === 5, 'the best score, as 5');
  },
  sla: async (fixture) => {
    const id = present(fixture.breachOne, 'the fixture to have breachOne')();
    const known = await collect(fixture.connector);
    const { first_response, resolution } = known.tickets.get(id)?.vendor_sla ?? {};
    const hasEvent = [...known.events.values()].some(
      (event) => event.type === 'sla_breached' && event.ticket_id === id,
    );
    // Without a verdict of its own, a vendor's due time decides.
    const isTold = [first_response, resolution].some((verdict) => verdict?.is_breached || verdict?.due_at);
    check(hasEvent || isTold, "the vendor's word on the missed target");
  },
  webhooks: ({ connector, webhook }) => keepsWebhookPromise(connector, webhook?.()),
};

/**
 * Registers the tests that every connector has to pass: resuming from any cursor loses nothing, pulling twice changes
 * nothing, Retry-After is obeyed, an abort stops, a bad record is kept aside, an unknown status is visible, a declared
 * capability works and an undeclared one is absent.
 *
 * @example
 * describe('Helpdesk X keeps the contract', () => {
 *   describeConnectorContract({ test, createFixture: () => createHelpdeskXFixture() });
 * });
 */
export const describeConnectorContract = ({ test, createFixture }: ConnectorContractOptions): void => {
  for (const [name, run] of Object.entries(always)) test(name, async () => run(await createFixture()));
  for (const capability of CAPABILITIES) {
    test(`${capability}: works where it is declared`, async () => {
      const fixture = await createFixture();
      const { capabilities, readWebhook } = fixture.connector;
      if (capabilities.includes(capability)) return byCapability[capability](fixture);
      check(capability !== 'webhooks' || readWebhook === undefined, 'no readWebhook without the capability webhooks');
    });
  }
};
