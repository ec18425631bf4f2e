import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import type { ConnectorPage } from '../connector.js';
import caseQuery from './__fixtures__/case-query.json' with { type: 'json' };
import milestoneQuery from './__fixtures__/milestone-query.json' with { type: 'json' };
import { mapSalesforceRecords, type SalesforceOptions } from './index.js';

const options: SalesforceOptions = {
  my_domain: 'acme',
  category_field: 'Topic__c',
  customer_field: 'Tenant__c',
  account_external_id_field: 'CSCX_Id__c',
  csat: {
    field: 'CSAT_Score__c',
    scale: { min: 1, max: 5 },
    feedback_field: 'CSAT_Comment__c',
    responded_at_field: 'At__c',
  },
};

const [sample] = caseQuery.records;
const [milestone] = milestoneQuery.records;
const row = {
  attributes: { type: 'CaseHistory' },
  Id: '017dM0000000001AAA',
  CaseId: sample?.Id,
  Field: 'Status',
  OldValue: 'New',
  NewValue: 'Working',
  CreatedDate: '2026-08-19T10:00:00.000+0000',
};
const email = {
  attributes: { type: 'EmailMessage' },
  Id: '02sdM0000000001AAA',
  ParentId: sample?.Id,
  Incoming: false,
  MessageDate: '2026-08-19T10:00:00.000+0000',
};

const custom = [
  'Topic__c',
  'Tenant__c',
  'CSAT_Score__c',
  'CSAT_Comment__c',
  'At__c',
  'RecordTypeId',
  'Contact',
  'Owner',
];
const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    '0000-00-00T00:00:00.000+0000',
    '2026-02-31T25:61:00.000+0000',
    '9999-12-31T23:59:59.000+0000',
    -1,
    1e308,
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().replace('Z', '+0000')),
);

/** A record of which some fields are something else. */
const mutated = (record: object): fc.Arbitrary<unknown> =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(record), ...custom), oddValue, { maxKeys: 4 })
    .map((changes) => ({ ...record, ...changes }));

const isWhole = (page: ConnectorPage): void => {
  for (const ticket of page.tickets) ticketDraftSchema.parse(ticket);
  for (const event of page.events) ticketEventSchema.parse(event);
  for (const { reason, field } of page.skipped) {
    expect(reason).not.toBe('');
    expect(typeof field).toBe('string');
  }
};

test('any JSON is mapped to valid tickets and events, or kept aside with path and reason', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => isWhole(mapSalesforceRecords(document, options))),
    { numRuns: 500 },
  );
});

test('so are cases and their companions of which some fields are something else', () => {
  const records = fc.tuple(...[sample, milestone, row, email].map((record) => mutated(record ?? {})));
  fc.assert(
    fc.property(records, (list) => {
      const page = mapSalesforceRecords({ records: list }, options);
      isWhole(page);
      expect(page.tickets.length + page.removed.length + page.skipped.length).toBeGreaterThan(0);
    }),
    { numRuns: 1500 },
  );
});
