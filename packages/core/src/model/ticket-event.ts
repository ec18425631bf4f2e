import * as z from 'zod';
import { csatScaleSchema } from './csat-scale.js';
import { instantSchema } from './instant.js';
import { slaMetricSchema } from './sla-status.js';
import { ticketPrioritySchema } from './ticket-priority.js';
import { ticketStatusSchema } from './ticket-status.js';

const eventBase = {
  ticket_id: z.string().min(1),
  /** Stable across syncs: reading the same history twice gives the same ids. */
  event_id: z.string().min(1),
  at: instantSchema,
};

/** Schema of {@link TicketEvent}. */
export const ticketEventSchema = z
  .discriminatedUnion('type', [
    z.object({
      ...eventBase,
      type: z.literal('status_changed'),
      from: ticketStatusSchema.nullable(),
      to: ticketStatusSchema,
      raw_to: z.string().nullish().meta({ description: "the vendor's word for the status entered" }),
    }),
    z.object({
      ...eventBase,
      type: z.literal('priority_changed'),
      from: ticketPrioritySchema.nullable(),
      to: ticketPrioritySchema,
    }),
    z.object({
      ...eventBase,
      type: z.literal('assignee_changed'),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
    z.object({
      ...eventBase,
      type: z.literal('escalated'),
      reason: z.string().nullable(),
      level: z.number().int().nullable(),
    }),
    z.object({ ...eventBase, type: z.literal('deescalated') }),
    z.object({
      ...eventBase,
      type: z.literal('csat_received'),
      score: z.number().min(1).max(5),
      feedback: z.string().nullish(),
      scale: csatScaleSchema.nullish(),
    }),
    z.object({
      ...eventBase,
      type: z.literal('sla_applied'),
      metric: slaMetricSchema,
      target_hours: z.number().positive().nullish(),
    }),
    z.object({
      ...eventBase,
      type: z.literal('sla_breached'),
      metric: slaMetricSchema,
      is_withdrawn: z
        .boolean()
        .optional()
        .meta({ description: 'the support system took it back, as when a target was changed' }),
    }),
    z.object({ ...eventBase, type: z.literal('sla_fulfilled'), metric: slaMetricSchema }),
  ])
  .meta({ id: 'TicketEvent' });

/**
 * Something that happened to a ticket at one instant. The first status has `from: null`. A `sla_breached` in the future is
 * the support system's forecast: when the target will be missed if nothing happens.
 */
export type TicketEvent = z.infer<typeof ticketEventSchema>;
