import * as z from 'zod';
import { ticketPrioritySchema } from '../../model/ticket-priority.js';
import { ticketStatusSchema } from '../../model/ticket-status.js';
import { conditionShape, hasOneTest } from '../shared/condition.js';
import { categoryRuleSchema, escalationRuleSchema } from '../shared/signal-rules.js';

const MY_DOMAIN = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*$/i;
const FIELD = /^[a-zA-Z]\w*$/;

const fieldName = z.string().regex(FIELD, { error: 'expected the API name of a field, such as Topic__c' });

const { field: _, ...nameTests } = conditionShape;

/** A test on the name of a milestone. */
const milestoneNameSchema = z
  .strictObject(nameTests)
  .transform((tests) => ({ field: 'MilestoneType.Name', ...tests }))
  .refine(...hasOneTest);

const scaleSchema = z
  .strictObject({ min: z.number(), max: z.number() })
  .refine(({ min, max }) => min < max, { error: 'expected min below max' });

const csatSchema = z.union([
  z.strictObject({
    field: fieldName.meta({ description: 'number field of the case that holds the score' }),
    scale: scaleSchema,
    feedback_field: fieldName.optional(),
    responded_at_field: fieldName.optional().meta({ description: 'when the customer answered' }),
  }),
  z.strictObject({
    survey_question_id: z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, {
      error: 'expected the id of a SurveyQuestion',
    }),
    scale: scaleSchema,
  }),
]);

/** Where a first response can be read from. */
export const FIRST_RESPONSE_SOURCES = ['milestone', 'field', 'emails', 'comments'] as const;

/** See {@link FIRST_RESPONSE_SOURCES}. */
export type FirstResponseSource = (typeof FIRST_RESPONSE_SOURCES)[number];

/** What holds unless a connection says otherwise. */
const DEFAULT_ESCALATION_RULES: z.input<typeof escalationRuleSchema>[] = [
  { when: [{ field: 'is_escalated', equals: 'true' }], reason: 'marked as escalated' },
  { when: [{ field: 'status', equals: 'Escalated' }], reason: 'status Escalated' },
];

/** Schema of {@link SalesforceOptions}. */
export const salesforceOptionsSchema = z.strictObject({
  my_domain: z
    .string()
    .regex(MY_DOMAIN, { error: 'expected the name before .my.salesforce.com, such as acme or acme--uat.sandbox' })
    .transform((name) => name.toLowerCase()),
  api_version: z
    .string()
    .regex(/^\d\d\.0$/, { error: 'expected a version such as 66.0' })
    .default('66.0'),
  status_map: z.record(z.string(), ticketStatusSchema).default({}),
  priority_map: z.record(z.string(), ticketPrioritySchema).default({}),
  escalation_rules: z.array(escalationRuleSchema).default(DEFAULT_ESCALATION_RULES),
  category_rules: z.array(categoryRuleSchema).default([]),
  category_field: fieldName.optional(),
  customer_field: fieldName.optional().meta({ description: 'field of the case that names the customer' }),
  account_external_id_field: fieldName.optional().meta({ description: "field of the account with the host's own id" }),
  record_type_ids: z
    .array(z.string())
    .optional()
    .meta({ description: 'only cases of these record types count; others are internal' }),
  csat: csatSchema.optional(),
  first_response: z
    .strictObject({
      sources: z.array(z.enum(FIRST_RESPONSE_SOURCES)).default([...FIRST_RESPONSE_SOURCES]),
      field: fieldName.optional().meta({ description: 'date/time field of the case' }),
    })
    .prefault({}),
  milestones: z
    .strictObject({
      first_response: z
        .array(milestoneNameSchema)
        .min(1)
        .prefault(['first resp', 'first-resp', 'first_resp', 'firstresp'].map((contains) => ({ contains }))),
      resolution: z
        .array(milestoneNameSchema)
        .min(1)
        .prefault(['resol', 'solution', 'close'].map((contains) => ({ contains }))),
    })
    .prefault({})
    .meta({ description: 'tests on names of milestones; one has to hold' }),
  lookback_seconds: z.number().int().min(600).default(600),
  quota_share: z.number().gt(0).max(1).default(0.8).meta({
    description: "share of the organization's 24-hour requests, by whomever they were made, at which we stop",
  }),
  bulk_threshold: z
    .number()
    .int()
    .min(0)
    .default(10_000)
    .meta({ description: 'a first load of more cases goes through Bulk API 2.0' }),
});

/**
 * Settings of a connection to Salesforce Service Cloud.
 *
 * @example
 * const settings: SalesforceOptions = {
 *   my_domain: 'acme',
 *   account_external_id_field: 'CSCX_Id__c',
 *   csat: { field: 'CSAT_Score__c', scale: { min: 1, max: 5 } },
 * };
 */
export type SalesforceOptions = z.input<typeof salesforceOptionsSchema>;

/** The same with defaults. */
export type SalesforceSettings = z.output<typeof salesforceOptionsSchema>;
