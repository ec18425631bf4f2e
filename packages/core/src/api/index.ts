export * from './alerts-route.js';
export * from './api-route.js';
export * from './customer-metrics-route.js';
export * from './customer-tickets-route.js';
export * from './portfolio-route.js';
export * from './problem-details.js';
export * from './query-fields.js';
export * from './routes.js';
