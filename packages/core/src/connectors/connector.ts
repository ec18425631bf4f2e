import type { TicketDraft } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';

/** A record that could not be read, kept aside with its reason while the rest goes on. */
export interface SkippedRecord {
  /** Where it stood: a line number of a file (1-based, header included), or a vendor's record id. */
  position: string;
  /** Path of the field that is wrong; empty for the whole record. */
  field: string;
  /** What was expected. Never the record's own text. */
  reason: string;
  /** The record as it came, for the rejects file only: never for logs. */
  record?: unknown;
}

/** What a connector hands over at a time. */
export interface TicketPage {
  tickets: TicketDraft[];
  events: TicketEvent[];
  skipped: SkippedRecord[];
}
