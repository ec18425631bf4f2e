/** Support systems in memory, for tests and for a demo: they answer as the real ones do, oddities included. Needs `msw`. */
export {
  createSimulatedFreshdesk,
  type SimulatedFreshdesk,
  type SimulatedFreshdeskOptions,
} from './freshdesk/simulated-freshdesk.js';
export {
  createSimulatedIntercom,
  type SimulatedIntercom,
  type SimulatedIntercomOptions,
} from './intercom/simulated-intercom.js';
export {
  createSimulatedSalesforce,
  type SimulatedSalesforce,
  type SimulatedSalesforceOptions,
} from './salesforce/simulated-salesforce.js';
export { createFaults, FAULTS, type FaultKind, type Faults } from './shared/faults.js';
export { bulkChange, RANDOM_COMPANIES, randomStories, type RandomStoriesOptions } from './shared/random-stories.js';
export { createSimulatedAccount, type SimulatedAccount } from './shared/simulated-account.js';
export { createSimulatedClock, type SimulatedClock } from './shared/simulated-clock.js';
export { SIMULATED_TARGETS } from './shared/simulated-sla.js';
export type { SimulatedTicket, StatusEntry } from './shared/simulated-ticket.js';
export { differencesFromTruth, type ExpectedTicket, type TicketTruth } from './shared/ticket-truth.js';
export type { SimulatedVendor, SimulatedVendorOptions } from './shared/simulated-vendor.js';
export type {
  SimulatedCompany,
  SimulatedPerson,
  SimulatedPriority,
  SimulatedRating,
  SimulatedStatus,
  StoryChange,
  TicketSettings,
  TicketStory,
} from './shared/ticket-story.js';
export {
  createWebhookSender,
  type DeliveryOptions,
  type SentEvent,
  type WebhookSender,
} from './webhook/webhook-sender.js';
export {
  createSimulatedZendesk,
  type SimulatedZendesk,
  type SimulatedZendeskOptions,
} from './zendesk/simulated-zendesk.js';
