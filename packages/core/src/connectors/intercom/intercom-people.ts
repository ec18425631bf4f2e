import { ticketFactsSchema, type TicketDraft } from '../../model/support-ticket.js';
import type { Warn } from '../shared/page.js';
import { attributeText } from './attribute-text.js';
import { authorOutside, contactIdOf, idText, type IntercomContext, type IntercomRecord } from './intercom-record.js';
import { customAttribute } from './record-signals.js';

type People = Pick<TicketDraft, 'opened_by' | 'requester_email' | 'assignee' | 'company'>;

const validEmail = (text: string | null | undefined, warn: Warn): string | null => {
  if (!text) return null;
  if (ticketFactsSchema.shape.requester_email.safeParse(text).success) return text;
  warn('invalid_email', 'email');
  return null;
};

const openedBy = ({ conversation }: IntercomRecord): 'requester' | 'agent' | null => {
  const how = conversation?.source?.delivered_as ?? null;
  if (how === null) return null;
  return how === 'customer_initiated' ? 'requester' : 'agent';
};

/** Who asked, for which company, and who answers. */
export const readPeople = (
  record: IntercomRecord,
  { contactOf, adminName }: IntercomContext,
  customerField: string | undefined,
  warn: Warn,
): People => {
  const { conversation, ticket } = record;
  const contact = contactOf(contactIdOf(record) ?? '');
  const company = conversation?.company ?? contact?.company ?? null;
  if (!company && contact?.isAmbiguous) warn('ambiguous_company', 'companies');
  const custom_field =
    customAttribute(record, customerField) ?? attributeText(contact?.custom_attributes, customerField);
  const assignee = idText(ticket?.admin_assignee_id) ?? idText(conversation?.admin_assignee_id);
  const author = conversation && authorOutside(conversation);
  return {
    opened_by: openedBy(record),
    requester_email: validEmail(author?.email || contact?.email, warn),
    assignee: (assignee && adminName(assignee)) || null,
    ...((company ?? custom_field) !== null && {
      company: {
        id: idText(company?.id),
        external_id: company?.company_id || null,
        name: company?.name || null,
        custom_field,
      },
    }),
  };
};
