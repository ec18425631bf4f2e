export { type GroupRows, groupRowsInMemory, type LoggedRow } from './event-log/logged-row.js';
export { type ReplayedTicket, replayTicket } from './event-log/replay-ticket.js';
export * from './import-page.js';
export type { ImportProgress, ReadFileOptions } from './import-progress.js';
export { importMappingJsonSchema } from './mapping/import-mapping-json-schema.js';
export { type ImportMapping, importMappingSchema } from './mapping/import-mapping.js';
export { parseImportMapping } from './mapping/parse-import-mapping.js';
export { readTickets, type ReadTicketsOptions } from './read-tickets.js';
export { UnreadableFileError } from './unreadable-file-error.js';
