import assert from 'node:assert/strict';
import { importTickets, openPgliteStore, type SupportStore } from '@cscx/support-server';
import type { Engine } from './engine.ts';
import { exportLines, mapping } from './import-file.ts';
import { killAfter, startKillable } from './killable.ts';
import type { Scenario } from './scenario.ts';
import { storedTickets } from './stored.ts';

const ORGANIZATION = 'import';

/** What an import that nobody disturbed has stored. */
const undisturbed = async (version: number, tickets: number) => {
  const store = await openPgliteStore();
  const organization = store.forOrganization(ORGANIZATION);
  await organization.ensure();
  const file = new Blob([exportLines(version, tickets).join('\n')]).stream();
  await importTickets(organization, file, { mapping, now: () => new Date().toISOString() });
  const stored = await storedTickets(store, ORGANIZATION);
  await store.close();
  return stored;
};

/** One export after the other is imported; each is begun again until it comes through. */
export const importScenario = (tickets: number): Scenario => {
  let version = 1;
  let acknowledged = 0;
  const start = ({ env }: Engine) => {
    acknowledged = 0;
    return startKillable('children/import.ts', {
      commandLine: [ORGANIZATION, String(version), String(tickets)],
      env,
      onLine: (line) => (acknowledged = Number(line)),
    });
  };
  const versionsStored = async (store: SupportStore): Promise<number[]> =>
    (await storedTickets(store, ORGANIZATION)).map(({ subject }) => Number(subject.split(' ')[1]));

  return {
    name: 'import',
    async crash(engine, ms) {
      const isHit = await killAfter(start(engine), ms);
      if (!isHit) {
        version += 1;
        acknowledged = 0;
      }
      return isHit;
    },
    async check(store) {
      const versions = await versionsStored(store);
      const first = versions.slice(0, acknowledged);
      assert.equal(first.length, acknowledged, 'tickets that were acknowledged are missing');
      assert(
        first.every((stored) => stored === version),
        'tickets that were acknowledged are not there in this version',
      );
      const least = version - 1;
      assert(
        versions.every((stored) => stored >= least),
        'an export that came through is not there whole',
      );
    },
    async finish(engine) {
      assert.equal(await start(engine).ended, 0);
    },
    async compare(store) {
      assert.deepEqual(await storedTickets(store, ORGANIZATION), await undisturbed(version, tickets));
    },
  };
};
