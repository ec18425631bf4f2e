import type { AlertPage } from '@cscx/support-client';
import type { AlertStatus, AlertType, Severity, SupportAlert } from '@cscx/support-core';
import { useCallback } from 'react';
import type { WidgetEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { type AlertActions, useAlertActions } from './use-alert-actions.js';
import { type PageRequest, usePagedResource } from './use-paged-resource.js';
import type { Page, Pages } from './use-pages.js';
import type { Resource } from './use-resource.js';

/** Which alerts. */
export interface AlertScope {
  /** @default 'open' */
  status?: AlertStatus | undefined;
  severity?: Severity | undefined;
  type?: AlertType | undefined;
  /** Only alerts about customers of this CSM. */
  csmId?: string | undefined;
  /** Only alerts about this customer. */
  customerId?: string | undefined;
}

const PAGE_SIZE = 20;

const alertsOf = ({ alerts, next_cursor }: AlertPage): Page<SupportAlert> => ({ items: alerts, next_cursor });

/**
 * The alerts that `AlertFeed` draws, newest first, with what can be done about them.
 *
 * @example
 * const { alerts, act } = useAlerts({ csmId: 'dana', severity: 'critical' });
 * return alerts.items.map((alert) => <button onClick={() => act(alert, { action: 'acknowledge' })}>{alert.title}</button>);
 */
export function useAlerts(
  scope: AlertScope = {},
  { onAction }: Pick<WidgetEvents, 'onAction'> = {},
): AlertActions & {
  /** Where loading stands. */
  page: Resource<AlertPage>;
  /** All pages loaded so far. */
  alerts: Pages<SupportAlert>;
} {
  const { status = 'open', severity, type, csmId, customerId } = scope;
  const support = useSupport();
  const { client } = support;
  const load = useCallback(
    (page: PageRequest, signal: AbortSignal) =>
      client.listAlerts({ status, severity, type, csm_id: csmId, customer_id: customerId, ...page }, { signal }),
    [client, status, severity, type, csmId, customerId],
  );
  const { resource, pages } = usePagedResource(`${csmId ?? ''} ${customerId ?? ''}`, load, alertsOf, PAGE_SIZE);
  return { page: resource, alerts: pages, ...useAlertActions(onAction ?? support.onAction) };
}
