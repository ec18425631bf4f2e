/**
 * The mapping with which the demo's ticket log is imported: an import mapping like any user's, in the words of a help
 * desk that the demo made up. docs/importing.md explains every key.
 */
export const demoMapping = {
  version: 1,
  mode: 'event_log',
  instance: 'demo',
  format: 'ndjson',
  columns: {
    external_id: 'ticket',
    event_at: 'updated',
    created_at: 'opened',
    status: 'state',
    priority: 'urgency',
    category: 'topic',
    subject: 'subject',
    requester_email: 'requester',
    assignee: 'agent',
    first_response_at: 'first_reply',
    is_escalated: 'escalated',
    escalated_at: 'escalated_on',
    escalation_reason: 'escalation_reason',
    csat_offered: 'survey_sent',
    csat_score: 'rating',
    csat_responded_at: 'rated_on',
    csat_feedback: 'comment',
  },
  values: {
    status: {
      new: 'open',
      working: 'open',
      'waiting for customer': 'pending',
      solved: 'resolved',
      closed: 'closed',
    },
    priority: { urgent: 'critical', high: 'high', normal: 'medium', low: 'low' },
  },
  csat: { scale: 'five_point' },
  external_url: 'https://support.example.com/tickets/{external_id}',
  customer: { column: 'account' },
} as const;
