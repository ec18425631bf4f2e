import assert from 'node:assert/strict';
import { openPgliteStore, type SupportStore, syncConnection } from '@cscx/support-server';
import type { Engine } from './engine.ts';
import { killAfter, startKillable } from './killable.ts';
import type { Scenario } from './scenario.ts';
import { storedTickets } from './stored.ts';
import { CONNECTION, openAccount, openOrganization } from './sync-account.ts';

const organizationOf = (seed: number): string => `sync-${seed}`;

/** What a sync that nobody disturbed has stored. */
const undisturbed = async (seed: number, tickets: number) => {
  const store = await openPgliteStore();
  const organization = await openOrganization(store, organizationOf(seed));
  const connector = await openAccount(seed, tickets);
  const now = () => new Date().toISOString();
  await syncConnection(organization, { connection_id: CONNECTION }, connector, { now });
  const stored = await storedTickets(store, organizationOf(seed));
  await store.close();
  return stored;
};

/** One account after the other is read for the first time, by a worker that goes on where the one before was killed. */
export const syncScenario = (tickets: number): Scenario => {
  let seed = 1;
  let attempts = 0;
  /** Where the cursor stood when it was looked at last, and from where the last process went on. */
  let stored: string | null = null;
  let begun: string | null | undefined;
  let least = 0;

  const start = ({ env }: Engine) => {
    begun = undefined;
    attempts += 1;
    return startKillable('children/sync.ts', {
      commandLine: [organizationOf(seed), seed, tickets, attempts].map(String),
      env,
      onLine: (line) => (begun ??= (JSON.parse(line) as { cursor: string | null }).cursor),
    });
  };
  const nextAccount = () => {
    seed += 1;
    stored = null;
    least = 0;
  };
  const assertResumed = () => {
    if (begun !== undefined) assert.equal(begun, stored, 'the pull did not go on from the stored cursor');
  };

  return {
    name: 'sync',
    async crash(engine, ms) {
      const isHit = await killAfter(start(engine), ms);
      assertResumed();
      if (!isHit) nextAccount();
      return isHit;
    },
    async check(store: SupportStore) {
      const organizationId = organizationOf(seed);
      const connection = await store.forOrganization(organizationId).connections.find(CONNECTION);
      stored = connection?.cursor ?? null;
      const { length } = await storedTickets(store, organizationId);
      assert(length >= least, 'tickets that were stored are missing');
      assert(stored === null || length > 0, 'a cursor without the tickets before it');
      least = length;
    },
    async finish(engine) {
      assert.equal(await start(engine).ended, 0);
      assertResumed();
    },
    async compare(store) {
      for (let number = 1; number <= seed; number += 1) {
        assert.deepEqual(await storedTickets(store, organizationOf(number)), await undisturbed(number, tickets));
      }
    },
  };
};
