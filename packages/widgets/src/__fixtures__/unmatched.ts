import type { UnmatchedPage } from '@cscx/support-client/operations';
import type { UnmatchedTicket } from '@cscx/support-core/api';
import { hoursAgo } from './clock.js';

const unmatched = (external_id: string, age: number, changes: Partial<UnmatchedTicket>): UnmatchedTicket => ({
  ticket_id: `zendesk:acme:${external_id}`,
  subject: '',
  status: 'open',
  priority: 'medium',
  created_at: hoursAgo(age),
  source_updated_at: hoursAgo(age),
  source_system: 'zendesk',
  external_id,
  external_url: `https://acme.zendesk.example/agent/tickets/${external_id}`,
  company: null,
  reason: 'unknown_key',
  ...changes,
});

/** One for each reason. */
export const unmatchedTickets: readonly UnmatchedTicket[] = [
  unmatched('7001', 0.4, {
    subject: 'Import of orders stops at row 10,000',
    priority: 'critical',
    requester_email: 'maya@techstart.example',
    company: { id: '9', name: 'TechStart GmbH' },
  }),
  unmatched('7000', 3, {
    subject: 'How do I add a seat?',
    priority: 'low',
    requester_email: 'kim@freemail.example',
    reason: 'free_mail',
  }),
  unmatched('6990', 20, { reason: 'no_key', source_system: 'intercom', external_url: undefined }),
  unmatched('6981', 50, {
    subject: 'Single sign-on fails after the update',
    priority: 'high',
    requester_email: 'ops@umbra.example',
    company: { id: '14', external_id: 'umb-2', name: 'Umbra', custom_field: 'EU-77' },
    reason: 'conflict',
  }),
  unmatched('6970', 80, { subject: 'Test', requester_email: 'qa@partner.example', reason: 'ignored_domain' }),
  unmatched('6955', 200, { subject: 'Invoice of September', reason: 'unknown_link' }),
];

const by_reason: UnmatchedPage['by_reason'] = {
  unknown_key: 1,
  no_key: 1,
  free_mail: 1,
  conflict: 1,
  ignored_domain: 1,
  unknown_link: 1,
};

export const unmatchedPage: UnmatchedPage = {
  tickets: [...unmatchedTickets],
  next_cursor: null,
  by_reason,
  data_as_of: hoursAgo(0.07),
};

export const nothingUnmatched: UnmatchedPage = {
  tickets: [],
  next_cursor: null,
  by_reason: { unknown_key: 0, no_key: 0, free_mail: 0, conflict: 0, ignored_domain: 0, unknown_link: 0 },
  data_as_of: hoursAgo(0.07),
};

/** Words and numbers as nobody wants them. */
export const hugeUnmatched: UnmatchedPage = {
  tickets: [
    unmatched('123456789012', 5, {
      subject: 'Rechtsschutzversicherungsgesellschaftenverzeichnis kann seit dem Wochenende nicht mehr geladen werden',
      priority: 'high',
      requester_email: `a.very.long.name.${'x'.repeat(60)}@an-even-longer-domain-of-nobody.example`,
      company: {
        id: '00D000000000062EAA',
        external_id: 'ACCOUNT-000000000000000000000000000000000000001',
        name: 'Donaudampfschifffahrtsgesellschaftskapitänsvereinigung Nord-Süd-Ost-West',
      },
    }),
    unmatched('8', 9000, { subject: 'لا يمكن تسجيل الدخول', reason: 'no_key', source_system: 'salesforce' }),
  ],
  next_cursor: 'more',
  by_reason: { ...by_reason, unknown_key: 12_345_678 },
  data_as_of: hoursAgo(300),
};
