import { describe, test } from 'vitest';
import { describeConnectorContract } from '../../testing/connector-contract/describe-connector-contract.js';
import { createSalesforceFixture } from './__fixtures__/salesforce-fixture.js';

describe('the Salesforce connector keeps the contract', () => {
  describeConnectorContract({ test, createFixture: () => createSalesforceFixture() });
});

describe('a first load through Bulk API 2.0 keeps the contract', () => {
  describeConnectorContract({
    test,
    createFixture: () => createSalesforceFixture({ connector: { bulk_threshold: 10 } }),
  });
});
