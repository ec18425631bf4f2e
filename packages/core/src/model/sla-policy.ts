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
});

/** How fast a ticket is to be answered and resolved, in hours; null means that no target applies. */
export type SlaTarget = z.infer<typeof slaTargetSchema>;

/** Schema of {@link SlaPolicy}. */
export const slaPolicySchema = z
  .object({
    targets: z.record(z.enum(TICKET_PRIORITIES), slaTargetSchema),
    calendar: businessCalendarSchema.nullish().meta({ description: 'absent: around the clock' }),
    at_risk_ratio: z.number().gt(0).max(1).default(0.8),
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
