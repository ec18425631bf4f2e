import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketDraft, TicketEvent } from '@cscx/support-core';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { matched } from '../__fixtures__/save-account.js';
import { storeEngines } from '../__fixtures__/store-engines.js';
import type { SupportStore } from './support-store.js';

const [monday, tuesday, wednesday, thursday] = ['23', '24', '25', '26'].map(
  (day) => `2026-11-${day}T09:00:00.000Z`,
) as [string, string, string, string];

/** A ticket as a live support system tells of it. */
const live = (fields: Partial<Parameters<typeof buildTicket>[0]> = {}) =>
  buildTicket({
    ticket_id: 'zendesk:acme:1',
    external_id: '1',
    source_system: 'zendesk',
    created_at: '2026-11-20T09:00:00Z',
    source_updated_at: monday,
    ...fields,
  });

describe.each(storeEngines)('tickets of live support systems on %s', (_name, open) => {
  let store: SupportStore;
  let stop: () => Promise<void>;
  let organizations = 0;

  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());

  /** Each test has an organization of its own. */
  const newOrganization = async () => {
    const organization = store.forOrganization(`live-${++organizations}`);
    await organization.ensure();
    await organization.customers.save([buildCustomer()]);
    const { tickets } = organization;
    return {
      ...organization,
      save: (ticket: ReturnType<typeof live>, events: TicketEvent[] = []) =>
        tickets.save({ tickets: [matched(ticket)], events }),
      stored: async (changed_since = '1970-01-01T00:00:00Z') => {
        const found = await tickets.byCustomer({ customer_ids: ['acme'], changed_since });
        return found.get('acme') ?? [];
      },
    };
  };

  describe('a removed ticket', () => {
    const removed = (source_updated_at: string | null = tuesday) =>
      ({ ticket_id: 'zendesk:acme:1', reason: 'spam', source_updated_at }) as const;
    const help = { subject: 'Help', requester_email: 'ann@acme.example' };

    test('is in no list and no number, and its text is forgotten', async () => {
      const { tickets, save, stored } = await newOrganization();
      const feedback: TicketEvent = {
        ticket_id: 'zendesk:acme:1',
        event_id: 'rating',
        type: 'csat_received',
        at: monday,
        score: 2,
        feedback: 'slow',
      };
      await save(live({ ...help, csat_score: 2, csat_feedback: 'slow' }), [feedback]);
      expect(await tickets.remove([removed()])).toEqual(new Set(['zendesk:acme:1']));
      expect(await stored()).toEqual([]);
      expect(await tickets.page('acme', { sort: 'default', limit: 10 })).toEqual([]);
      expect(await tickets.customersOf(['zendesk:acme:1'])).toEqual(['acme']);
      expect(await tickets.remove([removed()])).toEqual(new Set());
      // What little is left of it shows when only its status comes back.
      const match = (draft: TicketDraft) => matched({ ...draft, customer_id: 'acme' });
      await tickets.patch([{ draft: live({ source_updated_at: wednesday }), given: ['status'] }], match);
      const [back] = await stored();
      expect(back).toMatchObject({ subject: '', requester_email: null, csat_feedback: null, csat_score: 2 });
      expect(back?.events).toEqual([expect.not.objectContaining({ feedback: 'slow' })]);
    });

    test('comes back with a version as new as its removal, never with an older one', async () => {
      const { tickets, save, stored } = await newOrganization();
      await save(live(help));
      await tickets.remove([removed()]);
      expect(await save(live({ ...help, source_updated_at: monday }))).toEqual(new Set());
      expect(await stored()).toEqual([]);
      await save(live({ ...help, source_updated_at: tuesday }));
      expect(await stored()).toMatchObject([help]);
    });

    test('that the support system does not date comes back with the version it had', async () => {
      const { tickets, save, stored } = await newOrganization();
      await save(live(help));
      await tickets.remove([removed(null)]);
      expect(await stored()).toEqual([]);
      await save(live(help));
      expect(await stored()).toMatchObject([help]);
    });

    test('is not removed by what is older than it, and unknown ids are passed over', async () => {
      const { tickets, save, stored } = await newOrganization();
      await save(live({ source_updated_at: wednesday }));
      expect(await tickets.remove([removed(tuesday), { ...removed(), ticket_id: 'zendesk:acme:2' }])).toEqual(
        new Set(),
      );
      expect(await tickets.remove([])).toEqual(new Set());
      expect(await stored()).toHaveLength(1);
    });

    test('stays removed for an old version that arrives after a second removal', async () => {
      const { tickets, save, stored } = await newOrganization();
      await save(live());
      await tickets.remove([removed(tuesday)]);
      await tickets.remove([removed(tuesday), removed(thursday)]);
      await save(live({ source_updated_at: wednesday }));
      expect(await stored()).toEqual([]);
    });
  });

  describe('an escalation', () => {
    const escalation = { is_escalated: true, escalation_reason: 'outage', escalation_level: 2 };

    test('is not forgotten when its flag is cleared: it is over', async () => {
      const { save, stored } = await newOrganization();
      await save(live({ ...escalation, escalated_at: monday, escalation_status: 'open' }));
      await save(live({ status: 'closed', escalation_known: false, source_updated_at: tuesday }));
      const over = { ...escalation, escalated_at: monday, escalation_status: 'resolved', status: 'closed' };
      expect(await stored()).toMatchObject([over]);
      expect((await stored())[0]).not.toHaveProperty('escalation_known');
      expect(await save(live({ status: 'closed', escalation_known: false, source_updated_at: tuesday }))).toEqual(
        new Set(),
      );
      expect(await save(live({ status: 'closed', source_updated_at: wednesday }))).toEqual(new Set(['zendesk:acme:1']));
      expect(await stored()).toMatchObject([over]);
    });

    test('without a moment counts from when it was first seen, with one from the earliest told', async () => {
      const { save, stored } = await newOrganization();
      await save(live({ ...escalation, source_updated_at: tuesday }));
      expect(await stored()).toMatchObject([{ escalated_at: tuesday }]);
      await save(live({ ...escalation, source_updated_at: wednesday }));
      expect(await stored()).toMatchObject([{ escalated_at: tuesday, source_updated_at: wednesday }]);
      expect(await save(live({ ...escalation, source_updated_at: wednesday }))).toEqual(new Set());
      await save(live({ ...escalation, escalated_at: '2026-11-23T09:00:00Z', source_updated_at: thursday }));
      expect(await stored()).toMatchObject([{ escalated_at: monday }]);
    });

    test('that is taken back and raised again is one escalation since the first', async () => {
      const { save, stored } = await newOrganization();
      await save(live({ ...escalation, source_updated_at: monday }));
      await save(live({ source_updated_at: tuesday }));
      await save(live({ ...escalation, escalation_status: 'open', source_updated_at: wednesday }));
      expect(await stored()).toMatchObject([{ escalated_at: monday, escalation_status: 'open' }]);
    });

    test('is latched too when both versions come in one batch', async () => {
      const { tickets, stored } = await newOrganization();
      const versions = [live({ source_updated_at: tuesday }), live({ ...escalation, source_updated_at: monday })];
      await tickets.save({ tickets: versions.map(matched), events: [] });
      expect(await stored()).toMatchObject([
        { is_escalated: true, escalated_at: monday, escalation_status: 'resolved' },
      ]);
    });

    test('of an import file is what the file says', async () => {
      const { save, stored } = await newOrganization();
      const file = { source_system: 'import', ticket_id: 'import:desk:1' } as const;
      await save(live({ ...file, ...escalation }));
      expect((await stored())[0]?.escalated_at).toBeUndefined();
      await save(live({ ...file, source_updated_at: tuesday }));
      expect(await stored()).toMatchObject([{ is_escalated: false }]);
    });
  });

  test('a ticket is found by its id and by the number that people know', async () => {
    const { tickets, save } = await newOrganization();
    await save(live({ external_id: '500dM00003F2OMjQAN', external_number: '00001001' }));
    const found = async (q: string) => (await tickets.page('acme', { sort: 'default', limit: 10, q })).length;
    expect(await Promise.all(['500dm', '1001', 'help 1001', '1002'].map(found))).toEqual([1, 1, 0, 0]);
  });

  test('a survey answer reaches the numbers although its ticket has not changed for long, also when it came first', async () => {
    const { tickets, save, stored } = await newOrganization();
    const rating = (ticket_id: string, at: string): TicketEvent => ({
      ticket_id,
      event_id: 'rating',
      type: 'csat_received',
      at,
      score: 4,
    });
    await tickets.save({
      tickets: [],
      events: [rating('zendesk:acme:1', wednesday), rating('zendesk:acme:2', monday)],
    });
    const done = { status: 'closed', closed_at: monday } as const;
    await save(live(done));
    await save(live({ ...done, ticket_id: 'zendesk:acme:2' }));
    expect(await stored(tuesday)).toMatchObject([
      { ticket_id: 'zendesk:acme:1', events: [{ type: 'csat_received', score: 4 }] },
    ]);
  });

  describe('a ticket of which some fields came', () => {
    const match = (draft: TicketDraft) =>
      ({ draft, match: { customer_id: draft.company?.id === '7' ? 'globex' : 'acme', rule: 'company_id' } }) as const;

    test('keeps all others, and whose it is', async () => {
      const { customers, tickets, stored } = await newOrganization();
      await customers.save([buildCustomer({ customer_id: 'globex' })]);
      const { customer_id: _, events: _events, ...draft } = live({ subject: 'Help', priority: 'high' });
      await tickets.save({ tickets: [match({ ...draft, company: { id: '7' } })], events: [] });
      const patch = { ...draft, subject: '', status: 'pending', source_updated_at: tuesday } as const;
      expect(await tickets.patch([{ draft: patch, given: ['status'] }], match)).toEqual(new Set(['zendesk:acme:1']));
      const found = await tickets.byCustomer({ customer_ids: ['globex'], changed_since: monday });
      expect(found.get('globex')).toMatchObject([
        { subject: 'Help', priority: 'high', status: 'pending', source_updated_at: tuesday },
      ]);
      await tickets.patch([{ draft: { ...patch, company: { id: '8' } }, given: ['company'] }], match);
      expect(await stored()).toMatchObject([{ subject: 'Help', status: 'pending' }]);
    });

    test('is written whole if nothing is known of it, and several patches of it are put together', async () => {
      const { tickets, stored } = await newOrganization();
      const { customer_id: _, events: _events, ...draft } = live({ subject: 'Help' });
      await tickets.patch(
        [
          { draft, given: ['subject'] },
          { draft: { ...draft, priority: 'critical', source_updated_at: tuesday }, given: ['priority'] },
        ],
        match,
      );
      expect(await stored()).toMatchObject([{ subject: 'Help', priority: 'critical' }]);
    });

    test('does not change for a patch that is older than what is stored', async () => {
      const { tickets, save } = await newOrganization();
      await save(live({ source_updated_at: wednesday }));
      const { customer_id: _, events: _events, ...draft } = live({ status: 'closed', source_updated_at: tuesday });
      expect(await tickets.patch([{ draft, given: ['status'] }], match)).toEqual(new Set());
    });
  });

  test('a connection remembers how far it was read, since when, and what went wrong', async () => {
    const { connections } = await newOrganization();
    expect(await connections.find('helpdesk')).toBeUndefined();
    const connection = { connection_id: 'helpdesk', source_system: 'zendesk' };
    expect(await connections.begin(connection, monday)).toMatchObject({
      ...connection,
      cursor: null,
      pull_started_at: monday,
      data_as_of: null,
      last_error: null,
      degraded: [],
    });
    await connections.saveCursor('helpdesk', { cursor: 'page 1', pulled: 7 }, monday);
    await connections.fail('helpdesk', { code: 'connector_unavailable' }, monday);
    // Goes on with the pull that was stopped.
    expect(await connections.begin(connection, tuesday)).toMatchObject({
      cursor: 'page 1',
      pull_started_at: monday,
      last_error: { code: 'connector_unavailable', at: monday },
      failures: 1,
      pulled: 7,
    });
    const degraded = [{ capability: 'sla', reason: 'needs another plan' }] as const;
    await connections.complete('helpdesk', { degraded }, wednesday);
    expect(await connections.find('helpdesk')).toMatchObject({
      data_as_of: monday,
      pull_started_at: null,
      last_error: null,
      failures: 0,
      degraded,
    });
    expect(await connections.begin(connection, thursday)).toMatchObject({
      pulled: 0,
      pull_started_at: thursday,
      data_as_of: monday,
    });
  });
});
