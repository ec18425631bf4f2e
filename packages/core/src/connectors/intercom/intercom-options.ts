import * as z from 'zod';
import { ticketPrioritySchema } from '../../model/ticket-priority.js';
import { ticketStatusSchema } from '../../model/ticket-status.js';
import type { ConnectorClock } from '../shared/clock.js';
import { categoryRuleSchema, type EscalationRule, escalationRuleSchema } from '../shared/signal-rules.js';

/** What Intercom calls its three kinds of tickets. */
export const INTERCOM_TICKET_CATEGORIES = ['Customer', 'Back-office', 'Tracker'] as const;

/** Intercom has no escalation flag: a tag tells it, or a tracker ticket that reports the same trouble upstairs. */
export const INTERCOM_ESCALATION_RULES: readonly EscalationRule[] = [
  { when: [{ field: 'tags', equals: 'escalated' }], reason: 'tag "escalated"' },
  { when: [{ field: 'linked_ticket', equals: 'Tracker' }], reason: 'linked to a tracker ticket' },
];

/** Schema of {@link IntercomSettings}; strict: an unknown setting is a mistake. */
export const intercomOptionsSchema = z.strictObject({
  app_id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'expected the id of a workspace, letters and digits')
    .meta({ description: 'id of the workspace, as in app.intercom.com/a/inbox/{app_id}; part of every ticket_id' }),
  region: z.enum(['us', 'eu', 'au']).default('us').meta({ description: 'where the workspace is hosted' }),
  api_version: z
    .string()
    .regex(/^(?:\d{1,2}\.\d{1,3}|Preview|Unstable)$/, 'expected a version such as 2.16')
    .default('2.16'),
  slice_days: z.int().min(1).max(365).default(30).meta({ description: 'history is searched so many days at a time' }),
  overlap_seconds: z
    .int()
    .min(120)
    .max(86_400)
    .default(120)
    .meta({ description: 'how late a change may become visible in a search and still be read' }),
  ticket_categories: z
    .array(z.enum(INTERCOM_TICKET_CATEGORIES))
    .min(1)
    .default(['Customer'])
    .meta({ description: 'which tickets count; the other kinds are internal' }),
  unanswered_outbound: z
    .enum(['drop', 'keep'])
    .default('drop')
    .meta({ description: 'what becomes of messages sent to contacts who never replied' }),
  subject_from_message: z.boolean().default(false).meta({
    description: 'a conversation without a title is called by how its first message begins, which is ticket text',
  }),
  status_map: z
    .record(z.string(), ticketStatusSchema)
    .default({})
    .meta({ description: 'by state of a conversation, by category or internal label of a ticket state' }),
  priority_map: z.record(z.string(), ticketPrioritySchema).default({}),
  priority_field: z.string().min(1).optional().meta({ description: 'a ticket attribute whose value is the priority' }),
  escalation_rules: z.array(escalationRuleSchema).default([...INTERCOM_ESCALATION_RULES]),
  category_rules: z.array(categoryRuleSchema).default([]),
  category_field: z.string().min(1).optional().meta({ description: 'an attribute whose value is the category' }),
  customer_field: z.string().min(1).optional().meta({ description: 'an attribute that names the customer' }),
});

/** What can be set of an Intercom connection, as JSON; see docs/connectors/intercom.md. */
export type IntercomSettings = z.input<typeof intercomOptionsSchema>;

/** The settings with their defaults. */
export type ReadIntercomSettings = z.infer<typeof intercomOptionsSchema>;

/** Schema of {@link IntercomCredentials}. */
export const intercomCredentialsSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('access_token'),
    access_token: z
      .string()
      .regex(/^[\x21-\x7E]+$/, 'expected a token without spaces')
      .meta({ description: 'of a private app, or from OAuth for a public one' }),
    webhook_secrets: z.array(z.string().min(1)).default([]).meta({
      description: "the app's client secret and, while it is being replaced, the one before; none: no webhooks",
    }),
  }),
]);

/** With what Intercom is read, and by what its notifications are known. */
export type IntercomCredentials = z.input<typeof intercomCredentialsSchema>;

/** What `createIntercomConnector` takes. */
export type IntercomConnectorOptions = IntercomSettings & {
  credentials: IntercomCredentials;
  /** @default the global fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** @default the real time */
  clock?: ConnectorClock | undefined;
  /**
   * Says whether a company's own id (`company_id`) is one of your customers; it decides for a contact of several
   * companies. Without it such a contact's tickets name no company, with the warning `ambiguous_company`.
   */
  isKnownCustomer?: ((companyId: string) => boolean | Promise<boolean>) | undefined;
};
