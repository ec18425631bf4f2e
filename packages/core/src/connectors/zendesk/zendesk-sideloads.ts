import type { z } from 'zod';
import { ticketFactsSchema } from '../../model/support-ticket.js';
import { zendeskGroupSchema, zendeskOrganizationSchema, zendeskUserSchema } from './zendesk-payload.js';

/** Somebody of the account. */
export interface ZendeskUser {
  name: string | null;
  email: string | null;
  /** It has one that is none, such as a text with a space. */
  hasBadEmail: boolean;
  isAgent: boolean;
  isSuspended: boolean;
  organizationId: string | null;
}

/** A company of the account. */
export interface ZendeskOrganization {
  name: string | null;
  externalId: string | null;
  fields: Readonly<Record<string, unknown>>;
  isDeleted: boolean;
}

/** What came along with a page of tickets, by id. */
export interface Sideloads {
  users: ReadonlyMap<string, ZendeskUser>;
  organizations: ReadonlyMap<string, ZendeskOrganization>;
  groups: ReadonlyMap<string, string>;
}

/** A side-loaded record that cannot be read is one that did not come: its tickets go on without it. */
const byId = <Payload extends { id: string | number }, Value>(
  records: unknown,
  schema: z.ZodType<Payload>,
  read: (payload: Payload) => Value,
): Map<string, Value> => {
  const found = new Map<string, Value>();
  for (const record of Array.isArray(records) ? (records as unknown[]) : []) {
    const parsed = schema.safeParse(record);
    if (parsed.success) found.set(String(parsed.data.id), read(parsed.data));
  }
  return found;
};

const readUser = ({
  name,
  email,
  role,
  suspended,
  organization_id,
}: z.infer<typeof zendeskUserSchema>): ZendeskUser => {
  const isEmail = Boolean(email) && ticketFactsSchema.shape.requester_email.safeParse(email).success;
  return {
    name: name || null,
    email: isEmail && email ? email : null,
    hasBadEmail: Boolean(email) && !isEmail,
    isAgent: role === 'agent' || role === 'admin',
    isSuspended: suspended === true,
    organizationId: organization_id == null ? null : String(organization_id),
  };
};

/** Reads the organizations of a document. */
export const readOrganizations = (records: unknown): Map<string, ZendeskOrganization> =>
  byId(records, zendeskOrganizationSchema, ({ name, external_id, organization_fields, deleted_at }) => ({
    name: name || null,
    externalId: external_id || null,
    fields: organization_fields ?? {},
    isDeleted: Boolean(deleted_at),
  }));

/** Reads what came along with tickets: `users`, `organizations` and `groups` of a document. */
export const readSideloads = (document: Readonly<Record<string, unknown>>): Sideloads => ({
  users: byId(document['users'], zendeskUserSchema, readUser),
  organizations: readOrganizations(document['organizations']),
  groups: byId(document['groups'], zendeskGroupSchema, ({ name }) => name),
});
