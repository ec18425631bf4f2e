export { buildCustomer } from './build-customer.js';
export { buildStatusEvents } from './build-status-events.js';
export { buildTicket } from './build-ticket.js';
