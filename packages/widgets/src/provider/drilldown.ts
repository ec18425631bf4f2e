import type { SlaMetric, SlaStatus, SupportAlert, TicketPriority, TicketStatus } from '@cscx/support-core';
import type { ConnectionStatus } from '@cscx/support-core/api';
import type { AlertAction } from '../alerts/alert-action.js';

/** Which tickets stand behind a number. Absent fields do not narrow. */
export interface TicketFilter {
  status?: readonly TicketStatus[];
  priority?: readonly TicketPriority[];
  category?: string;
  /** Without a metric: either clock. */
  sla?: { metric?: SlaMetric; status: readonly SlaStatus[] };
  /** Escalated and not resolved. */
  is_escalated?: true;
  /** Rated by the customer. */
  is_rated?: true;
}

/** Where a person wants to go from a widget. */
export type DrilldownTarget =
  | { type: 'customer'; customer_id: string }
  /** All customers of a CSM; null: those without one. */
  | { type: 'csm'; csm_id: string | null }
  | {
      type: 'tickets';
      customer_id?: string | undefined;
      csm_id?: string | undefined;
      /** The period that the number is of; absent for a number of now. */
      period?: string | undefined;
      filter: TicketFilter;
    }
  | { type: 'alert'; alert: SupportAlert };

/** What a person did in a widget; it has been stored. */
export type SupportAction =
  | {
      type: 'alert';
      action: AlertAction;
      /** As it is now. */
      alert: SupportAlert;
    }
  | {
      type: 'link';
      ticket_id: string;
      /** Whose the ticket is now; null: the link was taken back, and no rule knows better. */
      customer_id: string | null;
    }
  | {
      type: 'sync';
      /** As it is now: a sync begins within seconds. */
      connection: ConnectionStatus;
    };

/** A short form of `onDrilldown` for widgets that name customers. */
export interface CustomerEvents {
  /** Makes each customer a button; called with the customer's id. `onDrilldown` is then not called for customers. */
  onSelectCustomer?: ((customerId: string) => void) | undefined;
}

/** What a widget tells its host; on the provider for all, on a widget for one. */
export interface WidgetEvents {
  /** Called when a person wants to see what is behind a number or a name. Without it nothing looks as if it led anywhere. */
  onDrilldown?: ((target: DrilldownTarget) => void) | undefined;
  /** Called after a person has changed something. */
  onAction?: ((action: SupportAction) => void) | undefined;
}
