import { z } from 'zod';
import {
  DEFAULT_SLA_POLICY,
  DEFAULT_THRESHOLDS,
  slaPolicySchema,
  type SlaPolicyOptions,
  slaPolicyTiersSchema,
  supportThresholdsSchema,
  timeZoneSchema,
} from '@cscx/support-core';

/** Schema of {@link OrganizationSettings}; `{}` is valid and means the defaults of the public contract. */
export const organizationSettingsSchema = z.object({
  timezone: timeZoneSchema.default('UTC'),
  thresholds: supportThresholdsSchema.default(DEFAULT_THRESHOLDS),
  sla_policy: slaPolicySchema.default(DEFAULT_SLA_POLICY),
  tier_sla_policies: slaPolicyTiersSchema.default({}),
  ignored_domains: z.array(z.string().min(1)).default([]),
});

/**
 * What an organization decides for all its customers: zone of its days and weeks, thresholds, SLA targets, other
 * targets for the customers of a tier, and domains that never tell whose a ticket is.
 */
export type OrganizationSettings = z.infer<typeof organizationSettingsSchema>;

/** The organization's policies as calculators take them. */
export const slaPoliciesOf = ({
  sla_policy,
  tier_sla_policies,
}: Pick<OrganizationSettings, 'sla_policy' | 'tier_sla_policies'>): SlaPolicyOptions => ({
  policy: sla_policy,
  tier_policies: tier_sla_policies,
});
