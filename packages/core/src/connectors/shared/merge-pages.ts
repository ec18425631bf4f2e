import type { ConnectorPage } from '../connector.js';

/** Several pages as one. */
export const mergePages = (pages: readonly ConnectorPage[]): ConnectorPage => ({
  companies: pages.flatMap(({ companies = [] }) => companies),
  tickets: pages.flatMap(({ tickets }) => tickets),
  events: pages.flatMap(({ events }) => events),
  removed: pages.flatMap(({ removed }) => removed),
  skipped: pages.flatMap(({ skipped }) => skipped),
  warnings: pages.flatMap(({ warnings }) => warnings),
});
