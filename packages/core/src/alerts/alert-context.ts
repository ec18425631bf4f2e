import type { Customer } from '../model/customer.js';
import type { AlertFinding } from '../model/support-alert.js';
import type { SupportThresholds } from '../model/support-thresholds.js';
import type { AssessedTicket } from '../sla/assessed-ticket.js';

/** What alert rules look at: one customer, as of now. */
export interface AlertContext {
  customer: Customer;
  tickets: readonly AssessedTicket[];
  /** Milliseconds since the epoch. */
  now: number;
  timezone: string;
  thresholds: SupportThresholds;
}

/** One reason to alert somebody. Pure: it sends nothing and stores nothing. */
export type AlertRule = (context: AlertContext) => AlertFinding[];

/** How long ago something over and done with may be to be worth an alert: an import of old history raises none. */
export const NEWS_DAYS = 7;

/** The customer's part of a finding. */
export const about = ({
  customer: { customer_id, name, csm_id },
}: AlertContext): Pick<AlertFinding, 'customer_id' | 'customer_name' | 'csm_id'> => ({
  customer_id,
  customer_name: name,
  csm_id,
});
