import * as z from 'zod';
import { ticketPrioritySchema } from '../../model/ticket-priority.js';
import { ticketStatusSchema } from '../../model/ticket-status.js';
import type { ConnectorClock } from '../shared/clock.js';
import { MAX_WEBHOOK_BYTES } from '../shared/request-body.js';
import { categoryRuleSchema, escalationRuleSchema } from '../shared/signal-rules.js';

/** How a sender may sign. One connection takes one of them, never a mixture. */
export const WEBHOOK_SCHEMES = ['standard', 'svix', 'stripe', 'github'] as const;

/**
 * `standard`: Standard Webhooks, headers `webhook-*` · `svix`: the same with headers `svix-*` · `stripe`:
 * `Stripe-Signature` · `github`: `X-Hub-Signature-256`, which tells no time.
 */
export type WebhookScheme = (typeof WEBHOOK_SCHEMES)[number];

/** Schema of {@link WebhookSettings}; strict: an unknown setting is a mistake. */
export const webhookOptionsSchema = z.strictObject({
  instance: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'expected letters, digits, dots, dashes and underscores')
    .meta({ description: 'a name of the sender, part of every ticket_id: never change it' }),
  scheme: z.enum(WEBHOOK_SCHEMES).default('standard'),
  tolerance_seconds: z
    .int()
    .min(1)
    .max(3600)
    .default(300)
    .meta({ description: 'how far the time of a delivery may be from ours, both ways' }),
  max_bytes: z.int().min(1024).max(10_485_760).default(MAX_WEBHOOK_BYTES),
  status_map: z.record(z.string(), ticketStatusSchema).default({}),
  priority_map: z.record(z.string(), ticketPrioritySchema).default({}),
  escalation_rules: z.array(escalationRuleSchema).default([]),
  category_rules: z.array(categoryRuleSchema).default([]),
  category_field: z.string().min(1).optional().meta({ description: 'a key of data.custom' }),
  customer_field: z.string().min(1).optional().meta({ description: 'a key of data.custom that names the customer' }),
});

/** What can be set of a webhook connection, as JSON; see docs/connectors/webhook.md. */
export type WebhookSettings = z.input<typeof webhookOptionsSchema>;

/** The settings with their defaults. */
export type ReadWebhookSettings = z.infer<typeof webhookOptionsSchema>;

/** Schema of {@link WebhookCredentials}. */
export const webhookCredentialsSchema = z.strictObject({
  type: z.literal('signing_secrets'),
  secrets: z.array(z.string()).min(1, 'expected at least one secret').meta({
    description: 'the newest and, while it is being replaced, the one before; at least 24 bytes each',
  }),
});

/** With what deliveries are signed. */
export type WebhookCredentials = z.infer<typeof webhookCredentialsSchema>;

/** What `createWebhookConnector` takes. */
export type WebhookConnectorOptions = WebhookSettings & {
  credentials: WebhookCredentials;
  /** @default the real time */
  clock?: ConnectorClock | undefined;
};
