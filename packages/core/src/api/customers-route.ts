import * as z from 'zod';
import { customerSchema } from '../model/customer.js';
import type { ApiRoute } from './api-route.js';
import { eachOnce } from './each-once.js';
import { MAX_RECORDS } from './query-fields.js';

/** Writes customers, replacing those that are known by their id; others stay as they are. All are written or none. */
export const customersRoute = {
  operationId: 'putCustomers',
  method: 'PUT',
  path: '/api/support/customers',
  summary: 'Add and replace customers; stored tickets are matched anew',
  scope: 'customers:write',
  params: z.object({}),
  query: z.strictObject({}),
  body: z.strictObject({
    customers: z
      .array(z.strictObject(customerSchema.shape))
      .min(1)
      .max(MAX_RECORDS)
      .check(eachOnce('customer_id', ({ customer_id }) => customer_id)),
  }),
  response: z.object({
    saved: z.int().min(0).meta({ description: 'customers that are new or now different' }),
    unchanged: z.int().min(0),
    rematched: z.int().min(0).meta({ description: 'tickets that have another customer now, or none' }),
  }),
} as const satisfies ApiRoute;
