import type { TicketDraft } from '../../../model/support-ticket.js';
import { emptyPage, readRecords } from '../../shared/page.js';
import type { ConnectorPage } from '../../connector.js';
import { EMPTY_DIRECTORY, type FreshdeskDirectory } from '../freshdesk-directory.js';
import { createFreshdeskMapping } from '../freshdesk-mapping.js';
import { freshdeskOptionsSchema, type FreshdeskSettings } from '../freshdesk-options.js';
import { freshdeskTicketSchema } from '../freshdesk-payload.js';
import { mapFreshdeskTicket } from '../map-freshdesk-ticket.js';

/** A ticket as Freshdesk sends it, open and without anything special. */
export const ticketRow = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  id: 1,
  subject: 'A question',
  status: 2,
  priority: 2,
  source: 1,
  type: null,
  requester_id: 9001,
  responder_id: null,
  group_id: null,
  company_id: null,
  due_by: '2026-03-05T10:00:00Z',
  fr_due_by: '2026-03-02T12:00:00Z',
  is_escalated: false,
  fr_escalated: false,
  nr_escalated: false,
  spam: false,
  tags: [],
  custom_fields: {},
  created_at: '2026-03-02T08:00:00Z',
  updated_at: '2026-03-02T09:00:00Z',
  requester: { id: 9001, name: 'Ada', email: 'ada@acme.example' },
  company: null,
  stats: {},
  ...fields,
});

/** Maps one row with all that is known of the account. */
export const mapOne = (
  row: Readonly<Record<string, unknown>>,
  {
    settings = {},
    directory = {},
  }: { settings?: Partial<FreshdeskSettings>; directory?: Partial<FreshdeskDirectory> } = {},
): ConnectorPage & { ticket: TicketDraft | undefined } => {
  const mapping = createFreshdeskMapping(freshdeskOptionsSchema.parse({ domain: 'acme', ...settings }));
  const page = readRecords([row], {
    schema: freshdeskTicketSchema,
    map: (payload, warn) => mapFreshdeskTicket(payload, mapping, { ...EMPTY_DIRECTORY, ...directory }, warn),
  });
  return { ...emptyPage(), ...page, ticket: page.tickets[0] };
};
