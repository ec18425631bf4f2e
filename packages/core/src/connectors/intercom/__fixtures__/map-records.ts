import { expect } from 'vitest';
import type { TicketDraft } from '../../../model/support-ticket.js';
import type { IntercomSettings } from '../intercom-options.js';
import { mapIntercomRecords } from '../map-intercom-records.js';
import { CONVERSATION, TICKET } from './payloads.js';

/** Maps a document of the workspace `abc123`. */
export const map = (document: unknown, settings: Partial<IntercomSettings> = {}) =>
  mapIntercomRecords(document, { app_id: 'abc123', ...settings });

/** The only ticket of a document that is readable throughout. */
export const draftOf = (document: unknown, settings: Partial<IntercomSettings> = {}): TicketDraft => {
  const { tickets, skipped } = map(document, settings);
  expect(skipped).toEqual([]);
  expect(tickets).toHaveLength(1);
  return tickets[0] as TicketDraft;
};

/** The documented records, with some fields replaced. */
export const conversation = (fields: object) => ({ ...CONVERSATION, ...fields });
export const ticket = (fields: object) => ({ ...TICKET, ...fields });
