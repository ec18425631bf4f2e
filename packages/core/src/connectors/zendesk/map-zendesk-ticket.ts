import type { TicketDraft } from '../../model/support-ticket.js';
import { isUnresolved } from '../../model/ticket-status.js';
import { instantOf } from '../../time/instant.js';
import type { RemovedTicket } from '../connector.js';
import { momentOfSeconds, momentOfText } from '../shared/moments.js';
import { type RecordReading, UnreadableRecord } from '../shared/page.js';
import { createRules } from '../shared/signal-rules.js';
import { ticketId } from '../shared/ticket-id.js';
import { firstText, organizationField } from './zendesk-companies.js';
import { satisfactionOf } from './zendesk-csat.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { type ZendeskTicketPayload, zendeskTicketSchema } from './zendesk-payload.js';
import type { Sideloads, ZendeskUser } from './zendesk-sideloads.js';
import { createFieldReader, fieldText, type FieldValues, signalsOf } from './zendesk-signals.js';
import type { StatusLabels } from './zendesk-status-labels.js';
import { timesOf } from './zendesk-times.js';
import { createPriorityWords, createStatusWords } from './zendesk-words.js';

/** Reads the tickets of a page, given what came along with it. */
export type TicketReader = (sideloads: Sideloads, labels: StatusLabels) => RecordReading<ZendeskTicketPayload>;

const found = <Value>(known: ReadonlyMap<string, Value>, id: string | number | null | undefined): Value | undefined =>
  id == null ? undefined : known.get(String(id));

const removalOf = (
  { status, tags, via }: ZendeskTicketPayload,
  requester: ZendeskUser | undefined,
): RemovedTicket['reason'] | null => {
  // Marking as spam deletes a ticket and suspends who sent it.
  if (status === 'deleted') return requester?.isSuspended ? 'spam' : 'deleted';
  if (tags?.includes('closed_by_merge') || via?.source?.rel === 'merge') return 'merged';
  return requester?.isAgent ? 'internal' : null;
};

const openedBy = (
  { requester_id, submitter_id }: ZendeskTicketPayload,
  users: Sideloads['users'],
): TicketDraft['opened_by'] => {
  if (submitter_id == null) return null;
  if (String(submitter_id) === String(requester_id)) return 'requester';
  const submitter = users.get(String(submitter_id));
  if (!submitter) return null;
  return submitter.isAgent ? 'agent' : 'requester';
};

/** The ticket's organization, else the requester's: a ticket may have none although its requester does. */
export const organizationIdOf = (
  { organization_id, requester_id }: Pick<ZendeskTicketPayload, 'organization_id' | 'requester_id'>,
  users: Sideloads['users'],
): string | null =>
  organization_id == null ? (found(users, requester_id)?.organizationId ?? null) : String(organization_id);

/** Makes the map function of a connection's tickets. */
export const createTicketReader = (settings: ZendeskSettings): TicketReader => {
  const { subdomain, category_field, customer_field } = settings;
  const readStatus = createStatusWords(settings);
  const readPriority = createPriorityWords(settings);
  const readFields = createFieldReader(settings);
  const firstEscalation = createRules(settings.escalation_rules);
  const firstCategory = createRules(settings.category_rules);
  const fieldOfOrganization = organizationField(settings);

  const companyOf = (ticket: ZendeskTicketPayload, { users, organizations }: Sideloads, fields: FieldValues) => {
    const id = organizationIdOf(ticket, users);
    const organization = found(organizations, id);
    const custom_field = firstText(
      fieldOfOrganization === null
        ? fields.get(customer_field ?? '')
        : fieldText(organization?.fields[fieldOfOrganization]),
    );
    if (id === null && custom_field === null) return {};
    const { externalId = null, name = null } = organization ?? {};
    return { company: { id, external_id: externalId, name, custom_field } };
  };

  return (sideloads, labels) => ({
    schema: zendeskTicketSchema,
    map(ticket, warn) {
      const external_id = String(ticket.id);
      const ticket_id = ticketId('zendesk', subdomain, external_id);
      const requester = found(sideloads.users, ticket.requester_id);
      const created = momentOfText(ticket.created_at);
      const updated = momentOfText(ticket.updated_at);
      // The system's own changes move only `generated_timestamp`.
      const changed = Math.max(updated ?? 0, momentOfSeconds(ticket.generated_timestamp) ?? 0) || created;
      const reason = removalOf(ticket, requester);
      if (reason !== null) {
        const source_updated_at = changed === null ? null : instantOf(changed);
        return { removed: [{ ticket_id, reason, source_updated_at }] };
      }
      if (created === null || changed === null) throw new UnreadableRecord('created_at', 'expected an ISO-8601 time');

      const { status, raw_status } = readStatus(ticket, labels, warn);
      const fields = readFields(ticket);
      const signals = signalsOf(ticket, sideloads, fields);
      const escalation = firstEscalation(signals);
      if (requester?.hasBadEmail) warn('invalid_email', 'requester_email');
      return {
        tickets: [
          {
            ticket_id,
            external_id,
            source_system: 'zendesk',
            external_url: `https://${subdomain}.zendesk.com/agent/tickets/${external_id}`,
            subject: ticket.subject ?? '',
            category:
              firstCategory(signals)?.category ??
              firstText(fields.get(category_field ?? '')) ??
              (ticket.type || 'uncategorized'),
            priority: readPriority(ticket.priority, warn),
            raw_priority: ticket.priority ?? null,
            status,
            raw_status,
            created_at: instantOf(created),
            source_updated_at: instantOf(changed),
            opened_by: openedBy(ticket, sideloads.users),
            ...timesOf(ticket.metric_set, status, { created, warn }),
            ...satisfactionOf(ticket.satisfaction_rating, settings, warn),
            is_escalated: escalation !== undefined,
            ...(escalation && {
              escalation_reason: escalation.reason,
              escalation_level: escalation.level ?? null,
              escalation_status: isUnresolved(status) ? 'open' : 'resolved',
            }),
            reopened_count: Math.max(0, Math.trunc(ticket.metric_set?.reopens ?? 0)),
            requester_email: requester?.email ?? null,
            assignee: found(sideloads.users, ticket.assignee_id)?.name ?? null,
            tags: ticket.tags ?? [],
            ...companyOf(ticket, sideloads, fields),
          },
        ],
      };
    },
  });
};
