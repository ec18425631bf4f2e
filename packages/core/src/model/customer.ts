import * as z from 'zod';
import { instantSchema } from './instant.js';
import { slaPolicySchema } from './sla-policy.js';
import { SOURCE_SYSTEMS } from './source-system.js';
import { customerThresholdsSchema } from './support-thresholds.js';

/** Schema of {@link Customer}. */
export const customerSchema = z
  .object({
    customer_id: z.string().min(1),
    name: z.string().min(1),
    csm_id: z.string().nullable(),
    csm_name: z.string().nullish(),
    domains: z.array(z.string()).default([]),
    contacts: z.array(z.email()).default([]),
    external_ids: z.partialRecord(z.enum(SOURCE_SYSTEMS), z.array(z.string())).default({}),
    tier: z.string().nullish(),
    arr: z.number().min(0).nullish(),
    renewal_date: z.iso.date().nullish(),
    health_score: z.number().min(0).max(100).nullish(),
    churned_at: instantSchema.nullish(),
    sla_policy: slaPolicySchema.nullish(),
    thresholds: customerThresholdsSchema.nullish(),
  })
  .meta({ id: 'Customer' });

/** An account of the host product, and the keys by which support systems know it. */
export type Customer = z.infer<typeof customerSchema>;
