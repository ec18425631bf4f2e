import * as z from 'zod';
import { evidenceSchema, severitySchema } from './customer-support-summary.js';
import { instantSchema } from './instant.js';

/** What alerts are about. */
export const ALERT_TYPES = [
  'ticket_spike',
  'new_escalation',
  'sla_breach',
  'sla_at_risk',
  'low_csat',
  'csat_decline',
  'recurring_issue',
  'stale_sync',
] as const;

/** Schema of {@link AlertType}. */
export const alertTypeSchema = z.enum(ALERT_TYPES).meta({ id: 'AlertType' });

/** What an alert is about. */
export type AlertType = z.infer<typeof alertTypeSchema>;

/** Schema of {@link AlertStatus}. */
export const alertStatusSchema = z.enum(['open', 'acknowledged', 'snoozed', 'resolved']).meta({ id: 'AlertStatus' });

/** Where an alert stands. */
export type AlertStatus = z.infer<typeof alertStatusSchema>;

/** Schema of {@link SupportAlert}. */
export const supportAlertSchema = z
  .object({
    alert_id: z.string().min(1),
    customer_id: z.string(),
    customer_name: z.string(),
    csm_id: z.string().nullish(),
    type: alertTypeSchema,
    severity: severitySchema,
    status: alertStatusSchema,
    title: z.string(),
    description: z.string(),
    evidence: evidenceSchema,
    ticket_ids: z.array(z.string()),
    dedupe_key: z.string().meta({ description: 'one alert per key and organization' }),
    created_at: instantSchema,
    updated_at: instantSchema,
    acknowledged_at: instantSchema.nullish(),
    acknowledged_by: z.string().nullish(),
    snoozed_until: instantSchema.nullish(),
    resolved_at: instantSchema.nullish(),
    resolved_by: z.string().nullish().meta({ description: 'a person; absent: what it was about is over' }),
    note: z.string().nullish().meta({ description: 'what a person wrote last' }),
  })
  .meta({ id: 'SupportAlert' });

/** Something a CSM should know of soon. */
export type SupportAlert = z.infer<typeof supportAlertSchema>;

/** What an alert rule finds: an alert before it is stored under its `dedupe_key`. */
export type AlertFinding = Pick<
  SupportAlert,
  | 'customer_id'
  | 'customer_name'
  | 'csm_id'
  | 'type'
  | 'severity'
  | 'title'
  | 'description'
  | 'evidence'
  | 'ticket_ids'
  | 'dedupe_key'
>;
