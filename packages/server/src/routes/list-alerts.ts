import { z } from 'zod';
import { instantSchema, severitySchema } from '@cscx/support-core';
import type { alertsRoute } from '@cscx/support-core/api';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { AlertPosition } from '../store/alerts.js';
import type { RouteHandler } from './route-handler.js';

const positionSchema = z.strictObject({ created_at: instantSchema, severity: severitySchema, alert_id: z.string() });

export const listAlerts: RouteHandler<typeof alertsRoute> = async (
  { cursor, limit, ...filters },
  { organization, data_as_of, now },
) => {
  const list = { route: 'alerts', organization: organization.organization_id, ...filters };
  const after = cursor === undefined ? undefined : readCursor(cursor, positionSchema, () => list);
  const found = await organization.alerts.page({ ...filters, after, limit: limit + 1, now });
  const alerts = found.slice(0, limit);
  const last = found.length > limit ? alerts.at(-1) : undefined;
  return { alerts, next_cursor: last ? writeCursor(list, positionOf(last)) : null, data_as_of };
};

const positionOf = ({ created_at, severity, alert_id }: AlertPosition): AlertPosition => ({
  created_at,
  severity,
  alert_id,
});
