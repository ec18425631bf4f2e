import type { ReportOptions } from '@cscx/support-core';
import { slaPoliciesOf } from '../store/organization-settings.js';
import type { RouteContext } from './route-handler.js';

/** What a report for a request is made with; the organization's settings fill in what the request leaves open. */
export const reportOptionsOf = (
  { period, timezone }: { period: string; timezone?: string | undefined },
  { settings, data_as_of, now }: Pick<RouteContext, 'settings' | 'data_as_of' | 'now'>,
): ReportOptions => ({
  period,
  now,
  timezone: timezone ?? settings.timezone,
  thresholds: settings.thresholds,
  ...slaPoliciesOf(settings),
  data_as_of,
});
