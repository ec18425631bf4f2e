import type { alertActionRoute } from '@cscx/support-core/api';
import { applyAlertAction } from '../alerts/apply-alert-action.js';
import { NotFoundError } from '../errors/not-found-error.js';
import type { RouteHandler } from './route-handler.js';

export const actOnAlert: RouteHandler<typeof alertActionRoute> = async (
  { alertId, ...request },
  { organization, principal, now },
) => {
  const alert = await organization.alerts.change(alertId, now, (found) =>
    applyAlertAction(found, request, { by: principal.subject, now }),
  );
  if (!alert) throw new NotFoundError('no alert of that id');
  return alert;
};
