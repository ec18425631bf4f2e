import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { buildCustomer, buildStatusEvents, buildTicket } from '@cscx/support-core/testing';
import { matched } from '../../__fixtures__/save-account.js';
import type { Database } from '../database.js';
import { createSupportStore } from '../support-store.js';
import { initialSchema } from './0001-initial-schema.js';

test('a database of the first schema keeps its tickets and their histories, in their order', async () => {
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) });
  const first = { '0001-initial-schema': initialSchema };
  await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(first) } }).migrateToLatest();
  const events = buildStatusEvents('import:desk:1', [
    ['2026-11-02T09:00:00Z', 'open'],
    ['2026-11-03T09:00:00Z', 'pending'],
    ['2026-11-03T09:00:00Z', 'open'],
  ]);
  await sql`insert into organizations (organization_id) values ('old')`.execute(db);
  for (const [position, event] of events.entries()) {
    await sql`insert into ticket_events (organization_id, ticket_id, event_id, at, position, document)
      values ('old', ${event.ticket_id}, ${event.event_id}, ${event.at}, ${position}, ${JSON.stringify(event)}::jsonb)
    `.execute(db);
  }

  const store = createSupportStore(db);
  expect(await store.migrate()).toEqual(['0002-connections', '0003-operations']);
  const { customers, tickets } = store.forOrganization('old');
  await customers.save([buildCustomer()]);
  await tickets.save({ tickets: [matched(buildTicket())], events });
  const found = await tickets.byCustomer({ customer_ids: ['acme'], changed_since: '1970-01-01T00:00:00Z' });
  expect(found.get('acme')?.[0]?.events).toEqual(events);
  await store.close();
});
