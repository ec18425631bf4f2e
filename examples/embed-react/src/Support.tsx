import { AlertFeed, CustomerDetail, SupportOverview } from '@cscx/support-widgets';
import { type ReactNode, useState } from 'react';

/** The overview or one customer, with the alerts beside it. */
export function Support(): ReactNode {
  const [customerId, setCustomerId] = useState<string | null>(null);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(20rem,1fr)]">
      {customerId === null ? (
        <SupportOverview onSelectCustomer={setCustomerId} />
      ) : (
        <CustomerDetail customerId={customerId} onBack={() => setCustomerId(null)} />
      )}
      <AlertFeed onSelectCustomer={setCustomerId} />
    </div>
  );
}
