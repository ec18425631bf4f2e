import * as z from 'zod';
import type { Instant } from '../../model/instant.js';
import { instantSchema } from '../../model/instant.js';
import { ticketPrioritySchema } from '../../model/ticket-priority.js';
import { ticketStatusSchema } from '../../model/ticket-status.js';
import type { ConnectorClock } from '../shared/clock.js';
import { categoryRuleSchema, escalationRuleSchema } from '../shared/signal-rules.js';
import { zendeskSubdomainSchema } from './zendesk-subdomain.js';

const fieldIdSchema = z.union([z.int().positive(), z.string().regex(/^\d+$/)]).transform(String);

const organizationFieldSchema = z.string().regex(/^organization:\w+$/, 'expected a field id or organization:{key}');

/** Schema of {@link ZendeskOptions}. */
export const zendeskOptionsSchema = z.strictObject({
  subdomain: zendeskSubdomainSchema.meta({ description: '"acme", "acme.zendesk.com" or the address of the account' }),
  status_map: z
    .record(z.string(), ticketStatusSchema)
    .default({})
    .meta({ description: "a status or a custom status's agent label, and what it means" }),
  priority_map: z.record(z.string(), ticketPrioritySchema).default({}),
  escalation_rules: z
    .array(escalationRuleSchema)
    .default([{ when: [{ field: 'tags', in: ['escalated', 'escalation'] }], reason: 'tag "escalated"' }]),
  category_rules: z.array(categoryRuleSchema).default([]),
  category_field: fieldIdSchema.optional().meta({ description: 'id of a ticket field whose value is the category' }),
  customer_field: z
    .union([fieldIdSchema, organizationFieldSchema])
    .optional()
    .meta({ description: 'id of a ticket field that names the customer, or organization:{key}' }),
  resolution_sla_metrics: z
    .array(z.enum(['resolution_time', 'requester_wait_time', 'agent_work_time']))
    .default(['resolution_time'])
    .meta({ description: 'which of Zendesk’s metrics your policies promise as resolution' }),
  sla_lookback_days: z
    .number()
    .min(1)
    .max(90)
    .default(14)
    .meta({ description: 'how old a breach may be when Zendesk takes it back: at least your longest target' }),
  csat_lookback_days: z.number().min(30).max(365).default(30),
  lookback_every_hours: z
    .number()
    .min(0)
    .default(6)
    .meta({ description: 'how often the days above are read anew; other pulls read only what is recent' }),
  survey_points: z
    .union([z.literal(2), z.literal(3), z.literal(5)])
    .optional()
    .meta({ description: 'set it where the account uses the new CSAT surveys: the points of their scale' }),
  export_requests_per_minute: z.number().min(2).default(10).meta({ description: '30 with the High Volume add-on' }),
  page_size: z.int().min(1).max(1000).default(1000),
});

/** Settings of a Zendesk connection, as JSON. */
export type ZendeskOptions = z.input<typeof zendeskOptionsSchema>;

/** The same with all defaults. */
export type ZendeskSettings = z.output<typeof zendeskOptionsSchema>;

/** What Zendesk signs with while somebody tries a webhook out before it is created: public, so anybody can. */
export const ZENDESK_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const common = {
  webhook_secrets: z
    .array(
      z
        .string()
        .min(1)
        .refine(
          (secret) => secret !== ZENDESK_TEST_SECRET,
          "expected the webhook's own secret, not the public test one",
        ),
    )
    .default([])
    .meta({ description: 'signing secrets of webhooks; two while one is replaced' }),
};

/** Schema of {@link ZendeskCredentials}. */
export const zendeskCredentialsSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('oauth'),
    client_id: z.string().min(1),
    client_secret: z.string().min(1),
    access_token: z.string().min(1),
    refresh_token: z.string().min(1),
    expires_at: instantSchema.nullable().default(null),
    ...common,
  }),
  z.strictObject({
    type: z.literal('client_credentials'),
    client_id: z.string().min(1),
    client_secret: z.string().min(1),
    scope: z.string().min(1).default('read'),
    ...common,
  }),
  z.strictObject({
    type: z.literal('api_token'),
    email: z.string().min(1),
    token: z.string().min(1),
    ...common,
  }),
]);

/** How a connection proves who it is. `api_token` is for accounts that still have one: Zendesk ends them on 30 April 2027. */
export type ZendeskCredentials = z.input<typeof zendeskCredentialsSchema>;

/** Tokens in force. A refresh makes the ones before unusable, the refresh token too. */
export interface ZendeskTokens {
  access_token: string;
  /** Null with client credentials: a new token needs no old one. */
  refresh_token: string | null;
  /** Null: unknown; the token is used until it is refused. */
  expires_at: Instant | null;
}

/** What {@link createZendeskConnector} takes. */
export interface ZendeskConnectorOptions extends ZendeskOptions {
  credentials: ZendeskCredentials;
  /** @default the global one */
  fetch?: typeof globalThis.fetch | undefined;
  /** @default the real time */
  clock?: ConnectorClock | undefined;
  /**
   * Keeps new tokens; awaited before they are used, and called again if it fails. Without it a connection by `oauth` is
   * lost at the end of the process that refreshed: the stored refresh token works only once.
   */
  onTokensRotated?: ((tokens: ZendeskTokens) => void | Promise<void>) | undefined;
}
