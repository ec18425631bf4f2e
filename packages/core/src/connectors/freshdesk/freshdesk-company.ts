import type { TicketDraft } from '../../model/support-ticket.js';
import type { FreshdeskDirectory } from './freshdesk-directory.js';
import type { FreshdeskTicketPayload } from './freshdesk-payload.js';

/** The value of a custom field as text; null where it says nothing. */
export const customField = (
  fields: Readonly<Record<string, unknown>> | null | undefined,
  name: string | null | undefined,
): string | null => {
  const value = name != null && fields && Object.hasOwn(fields, name) ? fields[name] : null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  return String(value).trim() || null;
};

/**
 * The company whose ticket it is: the ticket's own, else the requester's. Most tickets of a contact with a company say
 * nothing of it themselves.
 */
export const ticketCompany = (
  { company_id, company, requester_id, requester, custom_fields }: FreshdeskTicketPayload,
  directory: FreshdeskDirectory,
  customer_field: string | undefined,
): Pick<TicketDraft, 'company'> => {
  const id = company_id ?? company?.id ?? directory.companyOf(requester_id ?? null, requester?.email ?? null);
  const custom_field = customField(custom_fields, customer_field);
  if (id === null && custom_field === null) return {};
  const known = id === null ? undefined : directory.company(id);
  const included = company?.id === id ? company?.name : null;
  return {
    company: {
      id: id === null ? null : String(id),
      external_id: known?.external_id ?? null,
      name: included ?? known?.name ?? null,
      custom_field,
    },
  };
};
