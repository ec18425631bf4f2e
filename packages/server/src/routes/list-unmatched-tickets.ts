import { z } from 'zod';
import { instantSchema } from '@cscx/support-core';
import type { unmatchedRoute } from '@cscx/support-core/api';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { UnmatchedPosition } from '../store/unmatched-tickets.js';
import type { RouteHandler } from './route-handler.js';

const positionSchema = z.strictObject({ created_at: instantSchema, ticket_id: z.string() });

const positionOf = ({ created_at, ticket_id }: UnmatchedPosition): UnmatchedPosition => ({ created_at, ticket_id });

export const listUnmatchedTickets: RouteHandler<typeof unmatchedRoute> = async (
  { cursor, limit, ...filters },
  { organization, data_as_of },
) => {
  const list = { route: 'unmatched', organization: organization.organization_id, ...filters };
  const after = cursor === undefined ? undefined : readCursor(cursor, positionSchema, () => list);
  const found = await organization.unmatchedTickets.page({ ...filters, after, limit: limit + 1 });
  const tickets = found.slice(0, limit);
  const last = found.length > limit ? tickets.at(-1) : undefined;
  return {
    tickets,
    next_cursor: last ? writeCursor(list, positionOf(last)) : null,
    by_reason: await organization.unmatchedTickets.countByReason(),
    data_as_of,
  };
};
