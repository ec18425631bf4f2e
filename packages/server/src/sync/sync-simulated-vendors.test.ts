import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSupportError } from '@cscx/support-core';
import {
  createFaults,
  createSimulatedAccount,
  createSimulatedClock,
  createSimulatedFreshdesk,
  createSimulatedIntercom,
  createSimulatedSalesforce,
  createSimulatedZendesk,
  RANDOM_COMPANIES,
  randomStories,
  type SimulatedVendorOptions,
} from '@cscx/support-core/simulators';
import { buildCustomer } from '@cscx/support-core/testing';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { SupportStore } from '../store/support-store.js';
import { createConnector } from './create-connector.js';
import { syncConnection } from './sync-connection.js';

const START = Date.parse('2026-11-02T09:00:00Z');
const DAY = 86_400_000;

const vendors = {
  zendesk: createSimulatedZendesk,
  intercom: createSimulatedIntercom,
  freshdesk: createSimulatedFreshdesk,
  salesforce: createSimulatedSalesforce,
};

describe.each(Object.entries(vendors))(
  'an account of %s that changes and fails while it is synced',
  (name, create) => {
    const source_system = name as keyof typeof vendors;
    let store: SupportStore;
    beforeAll(async () => {
      store = await openTestStore();
    });
    afterAll(() => store.close());

    const newAccount = () => {
      const stories = randomStories({ count: 1500, seed: 7, from: START - 20 * DAY, to: START + 2 * DAY });
      const account = createSimulatedAccount({ now: START, stories });
      const options: SimulatedVendorOptions = {
        account,
        clock: createSimulatedClock(START),
        faults: createFaults({ rate: 0.05, seed: 7 }),
        request_ms: 60_000,
      };
      return create(options);
    };

    test('is stored whole and once, whatever stops the syncs; then nothing changes any more', async () => {
      const vendor = newAccount();
      const { account, clock, settings, credentials } = vendor;
      const organization = store.forOrganization(name);
      await organization.ensure();
      await organization.customers.save(
        RANDOM_COMPANIES.map(({ id, name: company, domain }) =>
          buildCustomer({ customer_id: `company-${id}`, name: company, domains: [domain], contacts: [] }),
        ),
      );
      const sync = async (stopAfter = Infinity) => {
        const controller = new AbortController();
        const connector = await createConnector(
          { source_system, settings, credentials },
          { fetch: vendor.fetch, clock },
        );
        return syncConnection(organization, { connection_id: 'desk' }, connector, {
          now: () => new Date(clock.now()).toISOString(),
          signal: controller.signal,
          onProgress: ({ pulled }) => pulled >= stopAfter && controller.abort(),
        });
      };
      let stops = 0;
      const syncInTheEnd = async (): Promise<Awaited<ReturnType<typeof sync>>> => {
        for (;;) {
          try {
            return await sync(stops < 3 ? 300 : Infinity);
          } catch (error) {
            if (isSupportError(error) ? !error.isRetryable : (error as Error).name !== 'AbortError') throw error;
            stops += 1;
          }
        }
      };
      for (let turn = 0; turn < 20; turn += 1) {
        await syncInTheEnd();
        clock.advance(6 * 3_600_000);
        account.advanceTo(clock.now());
      }
      account.advanceTo(START + 100 * DAY);
      clock.advance(START + 100 * DAY - clock.now());
      await syncInTheEnd();
      expect(stops).toBeGreaterThan(0);

      const stored = await organization.tickets.byCustomer({
        customer_ids: (await organization.customers.list()).map(({ customer_id }) => customer_id),
        changed_since: '1970-01-01T00:00:00Z',
      });
      const matched = [...stored.values()].flat();
      const standing = account.byChange().filter(({ removed }) => removed === null);
      // Customers are known by their domains, so a ticket without an address is nobody's.
      const matchable = standing.filter(({ story }) => story.requester.email !== null);
      expect(matched).toHaveLength(matchable.length);
      const answered = matchable.filter(({ ratings }) => ratings.length > 0);
      const rated = matched.filter(
        ({ csat_score, events = [] }) => csat_score != null || events.some(({ type }) => type === 'csat_received'),
      );
      expect(rated).toHaveLength(answered.length);
      expect(matched.filter(({ is_escalated }) => is_escalated).every(({ escalated_at }) => escalated_at != null)).toBe(
        true,
      );

      expect(await syncInTheEnd()).toMatchObject({ changed: 0, removed: 0 });
    });
  },
  60_000,
);
