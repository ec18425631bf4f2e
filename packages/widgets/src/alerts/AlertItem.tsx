import type { SupportAlert } from '@cscx/support-core';
import { type ReactNode, useId, useRef } from 'react';
import type { AlertActions as Actions } from '../data/use-alert-actions.js';
import { CustomerLink } from '../parts/CustomerLink.js';
import { SeverityMark } from '../parts/SeverityMark.js';
import { severityTones } from '../parts/tone.js';
import { useKeptFocus } from '../parts/use-kept-focus.js';
import { useSupport } from '../provider/support-context.js';
import { possibleActions } from './alert-action.js';
import { alertText } from './alert-text.js';
import { AlertActions } from './AlertActions.js';
import { SettledAlert } from './SettledAlert.js';

interface AlertItemProps {
  alert: SupportAlert;
  /** Epoch milliseconds. */
  now: number;
  showsCustomer?: boolean;
  actions?: Actions | undefined;
}

/** An alert, or what has just been done about it. */
export function AlertItem({ alert, actions, ...item }: AlertItemProps): ReactNode {
  const element = useRef<HTMLElement>(null);
  const titleId = useId();
  const change = actions?.changeOf(alert);
  const isSettled = change !== undefined && change.state !== 'failed';
  useKeptFocus(element, isSettled);
  return (
    <article
      ref={element}
      className="sw-alert"
      data-status={change?.after.status ?? alert.status}
      aria-labelledby={titleId}
    >
      {actions && isSettled ? (
        <SettledAlert titleId={titleId} change={change} onUndo={() => actions.undo(change)} />
      ) : (
        <StandingAlert
          alert={alert}
          titleId={titleId}
          actions={actions}
          hasFailed={change?.state === 'failed'}
          {...item}
        />
      )}
    </article>
  );
}

interface StandingAlertProps extends AlertItemProps {
  titleId: string;
  /** The last action was refused. */
  hasFailed: boolean;
}

function StandingAlert(props: StandingAlertProps): ReactNode {
  const { alert, titleId, now, showsCustomer = false, actions, hasFailed } = props;
  const words = useSupport();
  const { format, messages } = words;
  const { customer_id, customer_name, severity, type, created_at, status, snoozed_until } = alert;
  const { title, description } = alertText(alert, words);
  return (
    <>
      <SeverityMark severity={severity} isSpoken={false} />
      <h4 className="sw-alert-title" id={titleId}>
        <AlertTitle alert={alert} title={title} />
      </h4>
      <time className="sw-alert-time" dateTime={created_at} title={format.dateTime(created_at)}>
        {format.agoAlone(Date.parse(created_at), now)}
      </time>
      <p className="sw-alert-meta">
        <span className="sw-alert-severity" data-tone={severityTones[severity]}>
          {messages.severities[severity]}
        </span>
        {showsCustomer && (
          <CustomerLink customer={{ customer_id, customer_name }} className="sw-link sw-alert-customer">
            <bdi>{customer_name}</bdi>
          </CustomerLink>
        )}
        <span>{messages.alertTypes[type]}</span>
        {status === 'snoozed' && snoozed_until && (
          <span>{messages.alerts.doneSnoozed(format.weekdayTime(Date.parse(snoozed_until)))}</span>
        )}
      </p>
      <p className="sw-alert-text">
        <bdi>{description}</bdi>
      </p>
      {hasFailed && (
        <p className="sw-alert-failed" role="alert">
          {messages.alerts.notDone}
        </p>
      )}
      {actions && (
        <AlertActions
          alert={{ ...alert, title }}
          actions={possibleActions[status]}
          act={(change) => actions.act(alert, change)}
        />
      )}
    </>
  );
}

function AlertTitle({ alert, title }: { alert: SupportAlert; title: string }): ReactNode {
  const { onDrilldown } = useSupport();
  if (!onDrilldown) return <bdi>{title}</bdi>;
  return (
    <button type="button" className="sw-link sw-alert-open" onClick={() => onDrilldown({ type: 'alert', alert })}>
      <bdi>{title}</bdi>
    </button>
  );
}
