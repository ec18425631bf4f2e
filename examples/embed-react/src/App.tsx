import { AlertFeed, CustomerDetail, SupportOverview, SupportProvider } from '@cscx/support-widgets';
import { type ReactNode, useState } from 'react';
import { Navigation } from './Navigation.js';
import { supportClient } from './support-client.js';

export function App(): ReactNode {
  const [customerId, setCustomerId] = useState<string | null>(null);
  return (
    <div className="min-h-screen lg:flex">
      <Navigation />
      <SupportProvider client={supportClient} theme="dark">
        <main className="mx-auto grid max-w-screen-2xl flex-1 items-start gap-6 p-4 lg:grid-cols-[minmax(0,2fr)_minmax(20rem,1fr)] lg:p-8">
          {customerId === null ? (
            <SupportOverview onSelectCustomer={setCustomerId} />
          ) : (
            <CustomerDetail customerId={customerId} onBack={() => setCustomerId(null)} />
          )}
          <AlertFeed onSelectCustomer={setCustomerId} />
        </main>
      </SupportProvider>
    </div>
  );
}
