import type { SimulatedAccount } from '../shared/simulated-account.js';
import type { SimulatedCompany } from '../shared/ticket-story.js';
import type { createWindows } from './intercom-answers.js';
import type { IntercomKind, Teammates } from './intercom-ids.js';

/** Fields that replace those of a record, as oddities do. */
export interface IntercomDistortion {
  conversation?: Record<string, unknown>;
  ticket?: Record<string, unknown>;
}

/** A workspace and what is odd about it now. */
export interface IntercomOffice {
  account: SimulatedAccount;
  app_id: string;
  app_name: string;
  region: 'us' | 'eu' | 'au';
  access_token: string;
  teammates: Teammates;
  kindOf: (number: number) => IntercomKind;
  windows: ReturnType<typeof createWindows>;
  /** By number of a ticket. */
  distortions: Map<number, IntercomDistortion>;
  /** By path: what the workspace's plan or the app's permissions leave out. */
  refusals: Map<string, { status: number; code: string }>;
  /** Companies of a person, by its number, where there are others than the story's one. */
  companiesOf: Map<number, readonly SimulatedCompany[]>;
  /** Ids of contacts that were merged into others. */
  mergedContacts: Set<string>;
  /** So many of the next answers are a 200 without a body. */
  emptyBodies: number;
  /** Answers every cursor with the same one. */
  repeatsCursor: boolean;
  /** More tickets than these on a page are too heavy, and answered with a 500. */
  mostTickets: number;
  /** Lists the newest first, whatever is asked for. */
  ignoresSort: boolean;
}
