import { expect, test } from 'vitest';
import type { Connector, VendorCompany } from '../connector.js';
import { createZendeskAccount, quietTicket } from './__fixtures__/zendesk-account.js';
import { mapZendeskRecords } from './map-zendesk-records.js';

const many = (count: number) => Array.from({ length: count }, (_, index) => quietTicket(index + 1, 100));

/** What a pull tells of organizations, and the cursor after it. */
const pulled = async (connector: Connector, cursor: string | null = null) => {
  const companies: VendorCompany[] = [];
  const warnings: string[] = [];
  let next = cursor;
  for await (const page of connector.pullTickets({ cursor })) {
    companies.push(...(page.companies ?? []));
    warnings.push(...page.warnings.map(({ code }) => code));
    next = page.nextCursor;
  }
  return { companies, warnings, cursor: next };
};

test('A2.4: an organization that gets its external id later is told by the next pull, once its minute is over', async () => {
  const { connector, clock, zendesk } = createZendeskAccount(many(3));
  const { cursor, companies } = await pulled(connector);
  // A first pull needs no list: organizations come along with tickets.
  expect(companies).toEqual([]);
  clock.advance(600_000);
  zendesk.editOrganization(501, { name: 'Acme', external_id: 'crm-77' });
  clock.advance(120_000);
  const later = await pulled(connector, cursor);
  expect(later.companies).toEqual([{ id: '501', name: 'Acme', external_id: 'crm-77' }]);
  clock.advance(600_000);
  // The row of the boundary second comes again; nothing else does.
  expect((await pulled(connector, later.cursor)).companies).toHaveLength(1);
});

test('A2.4: a deleted organization takes nothing away from what is known', async () => {
  const { connector, clock, zendesk } = createZendeskAccount(many(3));
  const { cursor } = await pulled(connector);
  zendesk.editOrganization(502, { name: 'Gone Ltd', deleted_at: '2026-03-01T00:00:00Z' });
  clock.advance(120_000);
  expect((await pulled(connector, cursor)).companies).toEqual([]);
});

test('A2.4: more than a page in one second is told and passed by, never read for ever', async () => {
  const { connector, clock, zendesk } = createZendeskAccount(many(3), { page_rows: 5 });
  const { cursor } = await pulled(connector);
  for (let id = 600; id < 612; id += 1) zendesk.editOrganization(id, { name: `Company ${id}` });
  clock.advance(60_000);
  zendesk.editOrganization(700, { name: 'Later' });
  clock.advance(120_000);
  const { companies, warnings } = await pulled(connector, cursor);
  expect(companies.map(({ id }) => id)).toContain('700');
  expect(warnings).toContain('more_than_a_page_in_a_second');
});

test('A7.6: without the list everything else comes', async () => {
  const { connector, clock } = createZendeskAccount(many(3), { missing: { organizations: 403 } });
  const first = await pulled(connector);
  clock.advance(120_000);
  expect((await pulled(connector, first.cursor)).cursor).not.toBeNull();
});

test('a field of the organization that names the customer comes along', () => {
  const document = {
    organizations: [{ id: 501, name: 'Acme', external_id: null, organization_fields: { cscx: 'acme' } }],
  };
  const { companies } = mapZendeskRecords(document, { subdomain: 'acme', customer_field: 'organization:cscx' });
  expect(companies).toEqual([{ id: '501', name: 'Acme', external_id: null, custom_field: 'acme' }]);
});
