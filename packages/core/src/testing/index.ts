export { buildCustomer } from './build-customer.js';
export { buildStatusEvents } from './build-status-events.js';
export { buildTicket } from './build-ticket.js';
export { collect, collectPage, type Collected, nothingCollected, standingIds } from './connector-contract/collect.js';
export type { ConnectorFixture } from './connector-contract/connector-fixture.js';
export {
  type ConnectorContractOptions,
  describeConnectorContract,
  type RegisterTest,
} from './connector-contract/describe-connector-contract.js';
export {
  describePushContract,
  type PushContractOptions,
  type PushedCapability,
  type PushFixture,
} from './connector-contract/describe-push-contract.js';
