import type { SupportAlert } from '@cscx/support-core';
import type { ComponentType, ReactNode } from 'react';
import type { AlertAction, AlertChange } from '../alerts/alert-action.js';

/**
 * Draws a part of a widget in the host's way. It is called while the widget renders, so it must not use hooks itself.
 *
 * @param Default - what the widget would have drawn; takes the same props
 */
export type Slot<Props> = (props: Props, Default: ComponentType<Props>) => ReactNode;

/** A customer's name where it can be opened. */
export interface CustomerLinkProps {
  customer: { customer_id: string; customer_name: string };
  /** The widget's own look. */
  className: string;
  /** The name, or the whole line that is to be the link. */
  children: ReactNode;
}

/** A ticket's number where it can be opened. */
export interface TicketLinkProps {
  ticket: {
    ticket_id: string;
    /** As people call it: `#4521` */
    name: string;
    external_url: string | undefined;
  };
  className: string;
  /** The number. */
  children: ReactNode;
}

/** The buttons of an alert. */
export interface AlertActionsProps {
  alert: SupportAlert;
  /** Those that its status allows. */
  actions: readonly AlertAction[];
  /** Shows the change at once, and takes it back if the server refuses. */
  act: (change: AlertChange) => void;
}

/** Parts that a host can draw itself. */
export interface Slots {
  customerLink?: Slot<CustomerLinkProps>;
  ticketLink?: Slot<TicketLinkProps>;
  alertActions?: Slot<AlertActionsProps>;
}
