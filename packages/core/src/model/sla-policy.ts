import * as z from 'zod';
import { businessCalendarSchema } from './business-calendar.js';
import { TICKET_PRIORITIES, type TicketPriority } from './ticket-priority.js';

const targetHoursSchema = z
  .number()
  .positive({ error: 'expected a target above 0 hours, or null for no target' })
  .nullable();

/** Schema of {@link SlaTarget}. */
export const slaTargetSchema = z.object({
  first_response_hours: targetHoursSchema,
  resolution_hours: targetHoursSchema,
  business_hours: z
    .boolean()
    .optional()
    .meta({ description: "count the hours of the policy's calendar, else around the clock. Default: true" }),
});

/**
 * How fast tickets of one priority are to be answered and resolved, in hours; null means that no target applies.
 * `business_hours: false` counts around the clock although the policy has a calendar.
 */
export type SlaTarget = z.infer<typeof slaTargetSchema>;

/** Schema of {@link SlaPolicy}. */
export const slaPolicySchema = z
  .object({
    targets: z.record(z.enum(TICKET_PRIORITIES), slaTargetSchema),
    calendar: businessCalendarSchema.nullish().meta({ description: 'absent: around the clock' }),
    pause_on_pending: z
      .boolean()
      .optional()
      .meta({ description: 'resolution pauses while the ticket waits for the requester. Default: true' }),
    pause_on_hold: z
      .boolean()
      .optional()
      .meta({ description: 'and while it waits for a third party: raw status hold, on-hold. Default: true' }),
    at_risk_ratio: z.number().gt(0).max(1).default(0.8),
    at_risk_within_minutes: z
      .number()
      .positive()
      .optional()
      .meta({ description: 'at risk also from so many minutes of the target left on' }),
  })
  .meta({ id: 'SlaPolicy' });

/** What was promised to a customer. */
export type SlaPolicy = z.infer<typeof slaPolicySchema>;

const target = (first_response_hours: number, resolution_hours: number): SlaTarget => ({
  first_response_hours,
  resolution_hours,
});

/** The owner's targets (PRD-156, appendix A), around the clock; at risk from 80 % of a target. */
export const DEFAULT_SLA_POLICY: SlaPolicy = {
  targets: {
    critical: target(1, 4),
    high: target(4, 24),
    medium: target(8, 48),
    low: target(24, 72),
  } satisfies Record<TicketPriority, SlaTarget>,
  at_risk_ratio: 0.8,
};

/** Schema of {@link SlaPolicyTiers}. */
export const slaPolicyTiersSchema = z.record(z.string(), slaPolicySchema);

/** Policies by the customer tier they are for, such as `enterprise`. */
export type SlaPolicyTiers = z.infer<typeof slaPolicyTiersSchema>;

/**
 * Which policy holds for a customer: its own, else that of its tier, else the organization's.
 *
 * @param options.policy - the organization's. @default DEFAULT_SLA_POLICY
 * @param options.tier_policies - by `customer.tier`. @default {}
 * @example
 * slaPolicyFor({ tier: 'enterprise' }, { tier_policies: { enterprise: strict } }); // strict
 */
export const slaPolicyFor = (
  customer: { sla_policy?: SlaPolicy | null | undefined; tier?: string | null | undefined },
  { policy = DEFAULT_SLA_POLICY, tier_policies = {} }: SlaPolicyOptions,
): SlaPolicy => {
  const { sla_policy, tier } = customer;
  const ofTier = tier != null && Object.hasOwn(tier_policies, tier) ? tier_policies[tier] : undefined;
  return sla_policy ?? ofTier ?? policy;
};

/** The policies of an organization. */
export interface SlaPolicyOptions {
  /** For customers without a policy of their own or of their tier. @default DEFAULT_SLA_POLICY */
  policy?: SlaPolicy | undefined;
  /** Policies by customer tier. @default {} */
  tier_policies?: SlaPolicyTiers | undefined;
}
