import { z } from 'zod';
import {
  DEFAULT_SLA_POLICY,
  DEFAULT_THRESHOLDS,
  slaPolicySchema,
  supportThresholdsSchema,
  timeZoneSchema,
} from '@cscx/support-core';

/** Schema of {@link OrganizationSettings}; `{}` is valid and means the defaults of the public contract. */
export const organizationSettingsSchema = z.object({
  timezone: timeZoneSchema.default('UTC'),
  thresholds: supportThresholdsSchema.default(DEFAULT_THRESHOLDS),
  sla_policy: slaPolicySchema.default(DEFAULT_SLA_POLICY),
});

/** What an organization decides for all its customers: zone of its days and weeks, thresholds, SLA targets. */
export type OrganizationSettings = z.infer<typeof organizationSettingsSchema>;
