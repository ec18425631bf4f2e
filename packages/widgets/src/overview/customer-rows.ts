import type { CustomerSupportSummary, Severity } from '@cscx/support-core';
import type { Words } from '../provider/words.js';

/** One customer as a line of the list. */
export interface CustomerRow {
  customer_id: string;
  name: string;
  /** The worst of the reasons; null when there is none. */
  severity: Severity | null;
  /** Why, heaviest reason first; a calm word when there is none. */
  reasons: readonly string[];
  needsAttention: boolean;
}

const order: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/** Turns customers into lines, in the order in which they came. */
export function customerRows(customers: readonly CustomerSupportSummary[], { format, messages }: Words): CustomerRow[] {
  return customers.map(({ customer_id, customer_name, attention: { score, reasons } }) => ({
    customer_id,
    name: customer_name,
    severity: reasons.reduce<Severity | null>((worst, { severity }) => worse(worst, severity), null),
    reasons:
      reasons.length > 0
        ? reasons.map((reason) => messages.fromApi?.reason(reason, format) ?? reason.text)
        : [messages.overview.noReason],
    needsAttention: score > 0,
  }));
}

const worse = (a: Severity | null, b: Severity): Severity =>
  a !== null && order.indexOf(a) > order.indexOf(b) ? a : b;
