import * as z from 'zod';
import { instantSchema } from '../model/instant.js';
import type { ApiRoute } from './api-route.js';
import { eachOnce } from './each-once.js';
import { MAX_RECORDS } from './query-fields.js';

/** Notes how healthy customers are or were; the history is kept, and one moment of a customer has one score. */
export const healthScoresRoute = {
  operationId: 'postHealthScores',
  method: 'POST',
  path: '/api/support/health-scores',
  summary: 'Note health scores of customers; their history is kept',
  scope: 'customers:write',
  params: z.object({}),
  query: z.strictObject({}),
  body: z.strictObject({
    health_scores: z
      .array(
        z.strictObject({
          customer_id: z.string().min(1),
          health_score: z.number().min(0).max(100),
          at: instantSchema.optional().meta({ description: 'default: now' }),
        }),
      )
      .min(1)
      .max(MAX_RECORDS)
      .check(eachOnce('at', ({ customer_id, at }) => JSON.stringify([customer_id, at && Date.parse(at)]))),
  }),
  response: z.object({
    saved: z.int().min(0).meta({ description: 'scores that are new or now different' }),
    unchanged: z.int().min(0),
  }),
} as const satisfies ApiRoute;
