import * as z from 'zod';
import { instantSchema } from '../model/instant.js';
import type { ApiRoute } from './api-route.js';
import { dataAsOf } from './query-fields.js';

/** Schema of {@link ConnectionStatus}. */
export const connectionStatusSchema = z
  .object({
    connection_id: z.string(),
    name: z.string().nullable(),
    source_system: z.string(),
    state: z.enum(['waiting', 'first_sync', 'current', 'behind', 'failing', 'blocked', 'paused']).meta({
      description:
        'waiting: not read yet · first_sync: its history is being read · behind: too long ago · failing: tried again by itself · ' +
        'blocked: a person has to act, such as on credentials · paused: by a person',
    }),
    data_as_of: dataAsOf,
    sync: z
      .object({ started_at: instantSchema, pulled: z.int().min(0) })
      .nullable()
      .meta({ description: 'the one that is under way: tickets read so far' }),
    next_sync_at: instantSchema.nullable().meta({ description: 'no earlier than then' }),
    last_error: z.object({ code: z.string(), at: instantSchema }).nullable(),
    failures: z.int().min(0).meta({ description: 'attempts in a row that failed' }),
    degraded: z
      .array(z.object({ capability: z.string(), reason: z.string() }))
      .meta({ description: 'what the account does not give: a plan, a scope, a role is missing' }),
    kept_aside: z.int().min(0).meta({ description: 'records that could not be read' }),
  })
  .meta({ id: 'ConnectionStatus' });

/** How fresh the data of one account of a support system are. */
export type ConnectionStatus = z.infer<typeof connectionStatusSchema>;

/** How fresh everything is. */
export const syncStatusRoute = {
  operationId: 'getSyncStatus',
  method: 'GET',
  path: '/api/support/sync',
  summary: 'Freshness of each connection',
  scope: 'sync:read',
  params: z.object({}),
  query: z.strictObject({}),
  response: z.object({ connections: z.array(connectionStatusSchema), data_as_of: dataAsOf }),
} as const satisfies ApiRoute;

/** Starts a sync now; one that is under way goes on, and another follows it. */
export const startSyncRoute = {
  operationId: 'startSync',
  method: 'POST',
  path: '/api/support/sync/{connectionId}',
  summary: 'Sync a connection now',
  scope: 'sync:write',
  params: z.object({ connectionId: z.string().min(1) }),
  query: z.strictObject({}),
  response: connectionStatusSchema,
} as const satisfies ApiRoute;
