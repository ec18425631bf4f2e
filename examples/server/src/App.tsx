import { AlertFeed, CustomerDetail, SupportOverview, SupportProvider } from '@cscx/support-widgets';
import { type ReactNode, useMemo, useState } from 'react';
import { createPageClient, keepAccessKey } from './access-key.js';
import { KeyForm } from './KeyForm.js';
import { OwnData } from './OwnData.js';
import { usePlace } from './use-place.js';
import { useTheme } from './use-theme.js';

export function App(): ReactNode {
  const { theme, toggleTheme } = useTheme();
  const [isRefused, setIsRefused] = useState(false);
  const client = useMemo(() => createPageClient(() => setIsRefused(true)), []);
  const openWith = (key: string): void => {
    keepAccessKey(key);
    setIsRefused(false);
  };

  return (
    <>
      <header className="page-header">
        <a className="page-name" href="#/">
          <img src="/mark.svg" alt="" width="28" height="28" />
          CSCX Support
        </a>
        <button type="button" className="theme-button" onClick={toggleTheme}>
          {theme === 'dark' ? 'Light theme' : 'Dark theme'}
        </button>
      </header>
      {isRefused ? (
        <main className="page-main">
          <KeyForm onKey={openWith} />
        </main>
      ) : (
        <SupportProvider client={client} theme={theme}>
          <Dashboard />
        </SupportProvider>
      )}
    </>
  );
}

function Dashboard(): ReactNode {
  const { place, goTo } = usePlace();
  const { customerId, period } = place;
  const openCustomer = (id: string): void => goTo({ customerId: id });
  const choosePeriod = (chosen: string): void => goTo({ period: chosen });
  return (
    <main className="page-main">
      <div className="page-columns">
        {customerId === null ? (
          <SupportOverview period={period} onPeriodChange={choosePeriod} onSelectCustomer={openCustomer} />
        ) : (
          <CustomerDetail
            customerId={customerId}
            period={period}
            onPeriodChange={choosePeriod}
            onBack={() => goTo({ customerId: null })}
          />
        )}
        <aside className="page-aside">
          <AlertFeed onSelectCustomer={openCustomer} />
        </aside>
      </div>
      <OwnData />
    </main>
  );
}
