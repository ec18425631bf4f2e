import * as z from 'zod';
import { ticketPrioritySchema } from '../../model/ticket-priority.js';
import { ticketStatusSchema } from '../../model/ticket-status.js';
import type { ConnectorClock } from '../shared/clock.js';
import { categoryRuleSchema, type EscalationRule, escalationRuleSchema } from '../shared/signal-rules.js';
import { freshdeskDomainSchema } from './freshdesk-domain.js';

/**
 * What people do when they escalate: Freshdesk itself has no escalation by a person. Its flags `is_escalated` and
 * `fr_escalated` say that an SLA was missed, so they are a signal (`sla`) that a rule may use, and none does by default.
 */
const DEFAULT_ESCALATION_RULES: readonly EscalationRule[] = [
  { when: [{ field: 'tags', in: ['escalated', 'escalation'] }], reason: 'tag for escalations' },
  { when: [{ field: 'group', matches: '*escalat*' }], reason: 'group for escalations' },
  { when: [{ field: 'type', in: ['escalation', 'escalated'] }], reason: 'type Escalation' },
];

/** Schema of {@link FreshdeskSettings}; strict: an unknown setting is a mistake. */
export const freshdeskOptionsSchema = z.strictObject({
  domain: freshdeskDomainSchema,
  status_map: z
    .record(z.string(), ticketStatusSchema)
    .default({})
    .meta({ description: "a status's label for agents, or its number, and what it means" }),
  priority_map: z.record(z.string(), ticketPrioritySchema).default({}),
  escalation_rules: z.array(escalationRuleSchema).default([...DEFAULT_ESCALATION_RULES]),
  category_rules: z.array(categoryRuleSchema).default([]),
  category_field: z.string().min(1).optional().meta({ description: 'a custom field of tickets, such as cf_topic' }),
  customer_field: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'a custom field of tickets that names the customer' }),
  company_id_field: z
    .string()
    .min(1)
    .nullable()
    .default('cscx_id')
    .meta({ description: 'a custom field of companies with your id of the customer; null: there is none' }),
  sla: z
    .enum(['vendor', 'none'])
    .default('vendor')
    .meta({ description: 'none: the due times of Freshdesk are of no agreed SLA and are left out' }),
  timer_stopped_statuses: z
    .array(z.string())
    .default(['3', '6', '7'])
    .meta({ description: 'labels or numbers of the statuses in which the SLA timer of Freshdesk stands still' }),
  webhook_header: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'expected the name of a header')
    .default('X-Webhook-Secret'),
  requests_per_minute: z.int().min(1).optional().meta({ description: "the plan's limit of all requests" }),
  ticket_lists_per_minute: z.int().min(1).optional().meta({ description: "the plan's limit of ticket lists" }),
});

/** What can be set of a Freshdesk connection, as JSON; see docs/connectors/freshdesk.md. */
export type FreshdeskSettings = z.input<typeof freshdeskOptionsSchema>;

/** The settings with their defaults. */
export type ReadFreshdeskSettings = z.infer<typeof freshdeskOptionsSchema>;

/** Schema of {@link FreshdeskCredentials}. */
export const freshdeskCredentialsSchema = z.strictObject({
  type: z.literal('api_key'),
  api_key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, 'expected an API key'),
  webhook_secrets: z
    .array(z.string().min(16, 'expected at least 16 characters'))
    .optional()
    .meta({ description: 'the newest and, while it is being replaced, the one before; none: no webhooks' }),
});

/** The key of an agent who sees all tickets, and what webhooks have to prove themselves with. */
export type FreshdeskCredentials = z.infer<typeof freshdeskCredentialsSchema>;

/** What `createFreshdeskConnector` takes. */
export type FreshdeskConnectorOptions = FreshdeskSettings & {
  credentials: FreshdeskCredentials;
  /** @default the global one */
  fetch?: typeof globalThis.fetch | undefined;
  /** @default the real time */
  clock?: ConnectorClock | undefined;
};
