import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeEngines } from '../__fixtures__/store-engines.js';
import type { SupportStore } from './support-store.js';

const NOW = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';

describe.each(storeEngines)('records that could not be read, on %s', (_name, open) => {
  let store: SupportStore;
  let stop: () => Promise<void>;
  let organizations = 0;

  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());

  const newOrganization = async () => {
    const organization = store.forOrganization(`skipped-${++organizations}`);
    await organization.ensure();
    await organization.connections.begin({ connection_id: 'desk', source_system: 'zendesk' }, NOW);
    return organization;
  };
  const skipped = (position: number, reason = 'expected text') => ({
    position: String(position),
    field: 'status',
    reason,
    record: { subject: 'of a customer' },
  });

  test('are kept by id and field, newest first, without what they say', async () => {
    const { skippedRecords } = await newOrganization();
    await skippedRecords.save('desk', [skipped(1), skipped(2), skipped(2, 'said twice')], NOW);
    await skippedRecords.save('desk', [skipped(1, 'expected a status')], LATER);
    expect(await skippedRecords.counts()).toEqual(new Map([['desk', 2]]));
    expect(await skippedRecords.newest('desk', 10)).toEqual([
      { position: '1', field: 'status', reason: 'expected a status' },
      { position: '2', field: 'status', reason: 'said twice' },
    ]);
  });

  test('are forgotten when they can be read', async () => {
    const { skippedRecords } = await newOrganization();
    await skippedRecords.save('desk', [skipped(1), skipped(2)], NOW);
    await skippedRecords.forget('desk', ['1', '3']);
    expect(await skippedRecords.newest('desk', 10)).toMatchObject([{ position: '2' }]);
  });

  test('are the newest ten thousand of a connection: a support system gone wrong does not fill the database', async () => {
    const { skippedRecords } = await newOrganization();
    await skippedRecords.save(
      'desk',
      Array.from({ length: 9000 }, (_, index) => skipped(index)),
      NOW,
    );
    await skippedRecords.save(
      'desk',
      Array.from({ length: 2000 }, (_, index) => skipped(9000 + index)),
      LATER,
    );
    expect(await skippedRecords.counts()).toEqual(new Map([['desk', 10_000]]));
    expect(await skippedRecords.newest('desk', 2000)).toSatisfy((newest: { position: string }[]) =>
      newest.every(({ position }) => Number(position) >= 9000),
    );
  });
});
