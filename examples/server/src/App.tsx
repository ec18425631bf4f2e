import { SupportProvider } from '@cscx/support-widgets';
import type { ReactNode } from 'react';
import { Dashboard } from './Dashboard.js';
import { Header } from './Header.js';
import { KeyForm } from './KeyForm.js';
import { useAccess } from './use-access.js';
import { useTheme } from './use-theme.js';

export function App(): ReactNode {
  const { theme, toggleTheme } = useTheme();
  const access = useAccess();
  return (
    <>
      <Header access={access} theme={theme} onToggleTheme={toggleTheme} />
      {access.isRefused ? (
        <main className="page-main page-refused">
          <h1>{access.isDemo ? 'Which organization?' : 'The server does not know this key'}</h1>
          <p>Paste an API key of your organization. This makes one:</p>
          <pre className="command">npx cscx-support api-key create --organization ID</pre>
          <KeyForm onKey={access.openWith} />
        </main>
      ) : (
        <SupportProvider client={access.client} theme={theme}>
          <Dashboard />
        </SupportProvider>
      )}
    </>
  );
}
