import type { SupportAlert } from '@cscx/support-core';
import { type ReactNode, useId } from 'react';
import { SeverityMark } from '../parts/SeverityMark.js';
import { severityTones } from '../parts/tone.js';
import { useSupport } from '../provider/support-context.js';

interface AlertListProps {
  alerts: readonly SupportAlert[];
  /** Epoch milliseconds. */
  now: number;
  /** One line each where there is room. @default false */
  isDense?: boolean;
  /** Names the customer of each alert; a button when it can be selected. @default false */
  showsCustomer?: boolean;
  onSelectCustomer?: ((customerId: string) => void) | undefined;
}

/** Alerts one below the other, in the order in which they came. */
export function AlertList({ alerts, isDense = false, ...item }: AlertListProps): ReactNode {
  return (
    <ul className="sw-list sw-rows sw-alerts" data-dense={isDense}>
      {alerts.map((alert) => (
        <li key={alert.alert_id}>
          <AlertItem alert={alert} {...item} />
        </li>
      ))}
    </ul>
  );
}

interface AlertItemProps extends Omit<AlertListProps, 'alerts' | 'isDense'> {
  alert: SupportAlert;
}

function AlertItem({ alert, now, showsCustomer = false, onSelectCustomer }: AlertItemProps): ReactNode {
  const { format, messages } = useSupport();
  const titleId = useId();
  const { customer_id, customer_name, severity, type, title, description, created_at } = alert;
  return (
    <article className="sw-alert" aria-labelledby={titleId}>
      <SeverityMark severity={severity} isSpoken={false} />
      <h4 className="sw-alert-title" id={titleId}>
        {title}
      </h4>
      <time className="sw-alert-time" dateTime={created_at} title={format.dateTime(created_at)}>
        {format.ago(Date.parse(created_at), now)}
      </time>
      <p className="sw-alert-meta">
        <span className="sw-alert-severity" data-tone={severityTones[severity]}>
          {messages.severities[severity]}
        </span>
        {showsCustomer && <CustomerName id={customer_id} name={customer_name} onSelect={onSelectCustomer} />}
        <span>{messages.alertTypes[type]}</span>
      </p>
      <p className="sw-alert-text">{description}</p>
    </article>
  );
}

interface CustomerNameProps {
  id: string;
  name: string;
  onSelect: ((customerId: string) => void) | undefined;
}

function CustomerName({ id, name, onSelect }: CustomerNameProps): ReactNode {
  if (!onSelect)
    return (
      <span className="sw-alert-customer" title={name}>
        {name}
      </span>
    );
  return (
    <button type="button" className="sw-link sw-alert-customer" title={name} onClick={() => onSelect(id)}>
      {name}
    </button>
  );
}
