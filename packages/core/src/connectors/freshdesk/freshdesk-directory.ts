import type { FreshdeskLabels } from './freshdesk-words.js';

/** A company as far as tickets need it. */
export interface FreshdeskCompany {
  name: string | null;
  /** Of the custom field that the settings name. */
  external_id: string | null;
}

/** What stands behind the numbers in a ticket, as far as it could be read. */
export interface FreshdeskDirectory {
  labels: FreshdeskLabels;
  /** Undefined: no agent, or the key may not read agents. */
  agent(id: number): { name: string | null } | undefined;
  groupName(id: number): string | null;
  company(id: number): FreshdeskCompany | undefined;
  /** The company of a contact, else the one to which the e-mail address's domain belongs. */
  companyOf(requesterId: number | null, email: string | null): number | null;
}

/** Where nothing but the ticket itself is known. */
export const EMPTY_DIRECTORY: FreshdeskDirectory = {
  labels: { statuses: new Map(), priorities: new Map() },
  agent: () => undefined,
  groupName: () => null,
  company: () => undefined,
  companyOf: () => null,
};
