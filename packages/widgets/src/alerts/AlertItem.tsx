import type { SupportAlert } from '@cscx/support-core';
import { type ReactNode, useId, useRef } from 'react';
import type { AlertActions as Actions } from '../data/use-alert-actions.js';
import { Button } from '../parts/Button.js';
import { CustomerLink } from '../parts/CustomerLink.js';
import { SeverityMark } from '../parts/SeverityMark.js';
import { severityTones } from '../parts/tone.js';
import { useKeptFocus } from '../parts/use-kept-focus.js';
import { useSupport } from '../provider/support-context.js';
import { possibleActions } from './alert-action.js';
import { alertText } from './alert-text.js';
import { AlertActions } from './AlertActions.js';

interface AlertItemProps {
  alert: SupportAlert;
  /** Epoch milliseconds. */
  now: number;
  showsCustomer?: boolean;
  actions?: Actions | undefined;
}

/**
 * An alert. Once something has been done about it, it says what, with the way back, until newer data comes in: in the
 * same lines, so that nothing moves under the pointer.
 */
export function AlertItem({ alert, now, showsCustomer = false, actions }: AlertItemProps): ReactNode {
  const words = useSupport();
  const { format, messages, onDrilldown } = words;
  const { alerts } = messages;
  const element = useRef<HTMLElement>(null);
  const titleId = useId();
  const change = actions?.changeOf(alert);
  const hasFailed = change?.state === 'failed';
  const settled = hasFailed ? undefined : change;
  useKeptFocus(element, settled);

  const { customer_id, customer_name, severity, type, created_at } = alert;
  const { status, snoozed_until } = settled?.after ?? alert;
  const { title, description } = alertText(alert, words);
  const name = <bdi>{title}</bdi>;
  const snoozed =
    status === 'snoozed' && snoozed_until && alerts.doneSnoozed(format.weekdayTime(Date.parse(snoozed_until), now));
  return (
    <article ref={element} className="sw-alert" data-status={status} aria-labelledby={titleId}>
      <SeverityMark severity={settled ? null : severity} isSpoken={false} />
      <h4 className={settled ? 'sw-alert-title sw-alert-settled' : 'sw-alert-title'} id={titleId}>
        {onDrilldown ? (
          <button type="button" className="sw-link sw-alert-open" onClick={() => onDrilldown({ type: 'alert', alert })}>
            {name}
          </button>
        ) : (
          name
        )}
      </h4>
      <time className="sw-alert-time" dateTime={created_at} title={format.dateTime(created_at)}>
        {format.agoAlone(Date.parse(created_at), now)}
      </time>
      <p className="sw-alert-meta">
        <span className="sw-mark sw-alert-severity" data-tone={settled ? 'good' : severityTones[severity]}>
          {settled ? snoozed || alerts.done[settled.action] : messages.severities[severity]}
        </span>
        {showsCustomer && (
          <CustomerLink customer={{ customer_id, customer_name }} className="sw-link sw-alert-customer">
            <bdi>{customer_name}</bdi>
          </CustomerLink>
        )}
        {!settled && <span>{messages.alertTypes[type]}</span>}
        {!settled && snoozed && <span>{snoozed}</span>}
      </p>
      <p className="sw-alert-text" dir="auto">
        {description}
      </p>
      {hasFailed && (
        <p className="sw-alert-failed" role="alert">
          {alerts.notDone}
        </p>
      )}
      {actions &&
        (settled ? (
          <div className="sw-alert-actions">
            <Button
              look="small"
              label={alerts.actionOn(alerts.undo, title, customer_name)}
              // It stands where the button was that settled the alert: the second click of a double one is not meant for it.
              onClick={({ detail }) => detail < 2 && actions.undo(settled)}
            >
              {alerts.undo}
            </Button>
          </div>
        ) : (
          <AlertActions
            alert={{ ...alert, title }}
            actions={possibleActions[status]}
            act={(done) => actions.act(alert, done)}
          />
        ))}
    </article>
  );
}
