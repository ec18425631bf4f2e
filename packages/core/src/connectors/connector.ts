import type { Instant } from '../model/instant.js';
import type { Customer } from '../model/customer.js';
import type { SourceSystem } from '../model/source-system.js';
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

/** A ticket that no longer counts: its support system deleted it, or it never was a customer's request. */
export interface RemovedTicket {
  ticket_id: string;
  reason: 'deleted' | 'spam' | 'merged' | 'internal';
  /** When the support system last touched it, as far as it tells: a newer version of the ticket brings it back. */
  source_updated_at: Instant | null;
}

/** Something that was read in a stated way although the vendor said something unforeseen; counted, never silent. */
export interface MappingWarning {
  /** Such as `unknown_status`, `unknown_priority`, `unknown_csat_score`. */
  code: string;
  /** The vendor's own field. */
  field: string;
  /** The vendor's word, where it is one of a short list that an administrator sets: never free text. */
  value: string | null;
  /** How many records of the page. */
  count: number;
}

/** A company of the account whose name or keys may have changed since its tickets were read; absent fields stay. */
export interface VendorCompany {
  /** The vendor's own id. */
  id: string;
  external_id: string | null;
  name: string | null;
  custom_field?: string | null;
}

/** A page of tickets with all that a live support system tells besides. */
export interface ConnectorPage extends TicketPage {
  /** Tickets of these companies, also those that were stored before, are to be matched anew. */
  companies?: VendorCompany[];
  removed: RemovedTicket[];
  warnings: MappingWarning[];
}

/** What a connector can bring besides tickets. */
export const CAPABILITIES = ['incremental', 'history', 'deletions', 'csat', 'sla', 'webhooks'] as const;

/**
 * `incremental`: a later pull brings only what changed · `history`: status changes as events · `deletions`: tickets that
 * are gone · `csat`: survey answers · `sla`: the vendor's own verdicts · `webhooks`: `readWebhook` is there.
 */
export type Capability = (typeof CAPABILITIES)[number];

/** A capability that this account does not have now; all others go on. */
export interface DegradedCapability {
  capability: Capability;
  /** What is missing, for a person: a plan, a scope, a role. */
  reason: string;
}

/** What a pull hands over at a time; once `tickets` and the rest are stored, so may `nextCursor` be. */
export interface PulledPage extends ConnectorPage {
  /** Opaque. A pull that begins with it brings all that this page and those before it did not. */
  nextCursor: string;
  degraded: DegradedCapability[];
  /** Whether this is the last page: everything up to the start of the pull has been handed over. */
  isCaughtUp: boolean;
}

/** Where a pull begins. */
export interface PullOptions {
  /** `nextCursor` of the last page that was stored; absent at the first pull. */
  cursor?: string | null | undefined;
  /** How far back a first pull goes, by the last change of a ticket. @default everything there is */
  since?: Instant | undefined;
  /** Stops the pull, also while it waits for a rate limit; it then throws the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Something that keeps a connection, or one of its capabilities, from working. */
export interface ConnectionProblem {
  /** The one capability that is missing; null: nothing works. */
  capability: Capability | null;
  /** What a person has to do about it: which credential, scope, role or plan is needed. */
  message: string;
}

/** What `checkConnection` found. */
export interface ConnectionCheck {
  /** Whether tickets can be pulled. */
  isUsable: boolean;
  /** The vendor's name or id of the account, to be shown; null where it cannot be read. */
  account: string | null;
  problems: ConnectionProblem[];
}

/** A ticket of which a vendor sent only some fields. */
export interface TicketPatch {
  /** The whole ticket as it is if nothing is known of it yet. */
  draft: TicketDraft;
  /** The fields that were sent; of a known ticket, all others stay as they are. */
  given: readonly (keyof TicketDraft)[];
}

/** A customer as a webhook tells of it; absent fields stay as they are. */
export type CustomerPatch = Pick<Customer, 'customer_id'> & Partial<Customer>;

/** A customer's health from 0 to 100 at a moment. */
export interface HealthScore {
  customer_id: string;
  health_score: number;
  at: Instant;
}

/** What a webhook itself tells. */
export interface WebhookChanges {
  patches: TicketPatch[];
  events: TicketEvent[];
  removed: RemovedTicket[];
  customers: CustomerPatch[];
  health_scores: HealthScore[];
  warnings: MappingWarning[];
}

/** What to do about an inbound request. */
export type WebhookReading =
  | {
      kind: 'accepted';
      /** The same for every repetition of a delivery; null where the vendor gives none. */
      delivery_id: string | null;
      /** External ids of tickets to read anew with `pullTicketsById`: most vendors' webhooks only say that something happened. */
      refetch: string[];
      /** What needs no further request; absent from vendors whose webhooks are only a poke. */
      changes?: WebhookChanges;
    }
  /** To be answered with 200 and forgotten: a ping, or a type that says nothing about tickets. */
  | { kind: 'ignored'; delivery_id: string | null; reason: string }
  /** 401: it is not from the vendor, or too old. 400: it is, but malformed. 413: too large. */
  | { kind: 'rejected'; status: 400 | 401 | 413; field: string; reason: string };

/**
 * Brings one account of a support system into our words. It keeps no state: cursors, tickets and tokens are the caller's.
 *
 * @example
 * for await (const page of connector.pullTickets({ cursor })) {
 *   await store.save(page);
 *   cursor = page.nextCursor;
 * }
 */
export interface Connector {
  readonly id: SourceSystem | (string & {});
  /** Which account: a subdomain, an organization's id. Tickets are numbered within it. */
  readonly instance: string;
  readonly capabilities: readonly Capability[];
  /** Asks the vendor what works. A problem is an answer, not an error; only an abort throws. */
  checkConnection(options?: { signal?: AbortSignal | undefined }): Promise<ConnectionCheck>;
  /**
   * Everything that changed since a cursor, page by page; at least once: what is read twice is to be stored once.
   *
   * @throws ConnectorError when the vendor cannot be read; what was handed over before stays valid
   */
  pullTickets(options?: PullOptions): AsyncIterable<PulledPage>;
  /** Single tickets as they are now, by their ids in the support system; those that are gone are in `removed`. */
  pullTicketsById(
    externalIds: readonly string[],
    options?: { signal?: AbortSignal | undefined },
  ): Promise<ConnectorPage>;
  /** Verifies and reads an inbound request; it fetches nothing and stores nothing. */
  readWebhook?: (request: Request) => Promise<WebhookReading>;
}
