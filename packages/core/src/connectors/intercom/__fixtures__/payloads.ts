/**
 * Records in Intercom's words. `CONVERSATION` is the documented item of a search in version 2.16 (facts on Intercom, 1.9);
 * `TICKET` is written from the documented fields of a ticket (1.4) with parts as the search embeds them.
 */
export const CONVERSATION = {
  type: 'conversation',
  id: '215474207312016',
  title: null,
  created_at: 1755676800,
  updated_at: 1755690105,
  waiting_since: null,
  snoozed_until: null,
  open: false,
  state: 'closed',
  read: true,
  priority: 'high',
  admin_assignee_id: 991267715,
  team_assignee_id: 0,
  source: {
    type: 'email',
    id: '3653707491',
    delivered_as: 'customer_initiated',
    subject: '<p>Export fails</p>',
    body: '<p>Our nightly export stops at 90%.</p>',
    author: { type: 'user', id: '69fc21865a28f6d15c73b074', name: 'Ana Ruiz', email: 'ana@globex.example' },
    url: null,
    redacted: false,
  },
  contacts: {
    type: 'contact.list',
    contacts: [{ type: 'contact', id: '69fc21865a28f6d15c73b074', external_id: 'usr_118' }],
  },
  company: {
    type: 'company',
    id: '68aa01f2c0ffee0000000001',
    company_id: 'cust_42',
    name: 'Globex',
    website: 'https://globex.example',
  },
  tags: {
    type: 'tag.list',
    tags: [
      {
        type: 'tag',
        id: '123456',
        name: 'escalated',
        applied_at: 1755680400,
        applied_by: { type: 'admin', id: '991267715' },
      },
    ],
  },
  sla_applied: { type: 'conversation_sla_summary', sla_name: 'Gold', sla_status: 'missed' },
  statistics: {
    type: 'conversation_statistics',
    time_to_admin_reply: 1800,
    time_to_last_close: 9300,
    first_contact_reply_at: 1755676800,
    first_admin_reply_at: 1755681300,
    first_close_at: 1755687000,
    last_close_at: 1755690000,
    last_closed_by_id: 991267715,
    count_reopens: 1,
    count_conversation_parts: 14,
  },
  conversation_rating: {
    rating: 2,
    remark: 'Slow',
    created_at: 1755690001,
    updated_at: 1755690105,
    contact: { type: 'contact', id: '69fc21865a28f6d15c73b074', external_id: 'usr_118' },
    teammate: { type: 'admin', id: '991267715' },
  },
  teammates: { type: 'admin.list', admins: [{ type: 'admin', id: '991267715' }] },
  custom_attributes: { Language: 'English' } as Record<string, unknown>,
  linked_objects: {
    type: 'list',
    data: [{ type: 'ticket', id: '215474207400001', category: 'Tracker' }],
    total_count: 1,
    has_more: false,
  },
  ai_agent_participated: false,
  ai_agent: null as unknown,
};

const part = (id: string, created_at: number, fields: object) => ({
  type: 'ticket_part',
  id,
  created_at,
  updated_at: created_at,
  author: { type: 'admin', id: '991267715', name: 'Lee' },
  ...fields,
});

const state = (previous_ticket_state: string, ticket_state: string) => ({
  part_type: 'ticket_state_updated_by_admin',
  previous_ticket_state,
  ticket_state,
});

/** The conversation above, converted an hour after its first message, resolved, reopened and resolved again. */
export const TICKET = {
  type: 'ticket',
  id: '215474207312016',
  ticket_id: '53',
  category: 'Customer',
  ticket_attributes: { _default_title_: 'Export stops', _default_description_: null, Urgency: 'urgent' } as Record<
    string,
    unknown
  >,
  ticket_state: {
    type: 'ticket_state',
    id: '8577',
    category: 'resolved',
    internal_label: 'Shipped',
    external_label: 'Done',
  } as unknown,
  ticket_type: { type: 'ticket_type', id: '77', name: 'Bug report', category: 'Customer' },
  contacts: {
    type: 'contact.list',
    contacts: [{ type: 'contact', id: '69fc21865a28f6d15c73b074', external_id: 'usr_118' }],
  },
  admin_assignee_id: 991267715 as unknown,
  team_assignee_id: 0 as unknown,
  created_at: 1755680400,
  updated_at: 1755690110,
  open: true,
  linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
  ticket_parts: {
    type: 'ticket_part.list',
    total_count: 5,
    ticket_parts: [
      part('1', 1755680500, { part_type: 'note' }),
      part('2', 1755681300, { part_type: 'comment' }),
      part('3', 1755683000, state('submitted', 'resolved')),
      part('4', 1755684000, state('resolved', 'in_progress')),
      part('5', 1755688000, state('in_progress', 'resolved')),
    ],
  },
};
