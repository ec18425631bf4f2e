/** The recommended envelopes of the facts on inbound webhooks, section 3.4, as they stand there. */
export const TICKET_UPSERTED = {
  type: 'ticket.upserted',
  timestamp: '2026-08-20T10:15:30.000Z',
  version: 1,
  data: {
    id: 'T-1042',
    number: '1042',
    subject: 'Export fails',
    status: 'open',
    priority: 'high',
    type: 'problem',
    channel: 'email',
    createdAt: '2026-08-18T09:12:44Z',
    updatedAt: '2026-08-20T10:15:29Z',
    firstResponseAt: '2026-08-18T14:01:10Z',
    resolvedAt: null,
    closedAt: null,
    customer: { id: 'cust_42', externalId: null, domain: 'globex.example' },
    requester: { email: 'ana@globex.example', name: 'Ana Ruiz' },
    assignee: { id: 'u7', name: 'Lee' },
    tags: ['export'],
    escalated: true,
    escalatedAt: '2026-08-19T08:00:00Z',
    sla: {
      policy: 'Gold',
      status: 'breached',
      firstResponseDueAt: '2026-08-18T13:12:44Z',
      resolutionDueAt: '2026-08-21T09:12:44Z',
    },
    url: 'https://helpdesk.example/t/1042',
    deleted: false,
    custom: {},
  },
};

export const CSAT_RECEIVED = {
  type: 'csat.received',
  timestamp: '2026-08-20T11:00:00.000Z',
  version: 1,
  data: {
    id: 'R-77',
    ticketId: 'T-1042',
    score: 7,
    scale: { min: 0, max: 10 },
    comment: 'Slow',
    respondedAt: '2026-08-20T10:59:58Z',
    respondent: { email: 'ana@globex.example' },
  },
};

export const CUSTOMER_UPSERTED = {
  type: 'customer.upserted',
  timestamp: '2026-08-20T09:00:00.000Z',
  version: 1,
  data: {
    id: 'cust_42',
    externalIds: { salesforce: '001dM00003jU9H2QAK', intercom: '68aa01f2c0ffee0000000001' },
    name: 'Globex',
    domains: ['globex.example'],
    updatedAt: '2026-08-20T09:00:00Z',
  },
};

/** Of our own making: the facts give the name of the type only. */
export const HEALTH_UPDATED = {
  type: 'health.updated',
  timestamp: '2026-08-20T12:00:00.000Z',
  version: 1,
  data: { customerId: 'cust_42', score: 72, measuredAt: '2026-08-20T06:00:00Z' },
};
