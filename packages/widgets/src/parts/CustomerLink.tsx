import type { ReactNode } from 'react';
import type { CustomerLinkProps } from '../provider/slots.js';
import { useSupport } from '../provider/support-context.js';
import { renderSlot } from './render-slot.js';

/** Leads to a customer, in the host's way if it has one; plain words where it leads nowhere. */
export const CustomerLink = (props: CustomerLinkProps): ReactNode =>
  renderSlot(useSupport().slots.customerLink, props, CustomerButton);

function CustomerButton({
  customer: { customer_id, customer_name },
  className,
  children,
}: CustomerLinkProps): ReactNode {
  const { onDrilldown, onSelectCustomer } = useSupport();
  const open =
    onSelectCustomer ?? (onDrilldown && ((id: string) => onDrilldown({ type: 'customer', customer_id: id })));
  if (!open) {
    return (
      <span className={className} title={customer_name}>
        {children}
      </span>
    );
  }
  return (
    <button type="button" className={className} title={customer_name} onClick={() => open(customer_id)}>
      {children}
    </button>
  );
}
