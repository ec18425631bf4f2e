import { SupportProvider } from '@cscx/support-widgets';
import { type ReactNode, useEffect, useState } from 'react';
import { EveryWidget } from './EveryWidget.js';
import { Home } from './Home.js';
import { Navigation } from './Navigation.js';
import { Support } from './Support.js';
import { supportClient } from './support-client.js';
import { useSection } from './use-section.js';

const PAGES = { home: Home, support: Support, widgets: EveryWidget };

export function App(): ReactNode {
  const section = useSection();
  const [theme, setTheme] = useState<'dark' | 'light'>('dark');
  useEffect(() => {
    document.documentElement.classList.toggle('dark', theme === 'dark');
  }, [theme]);
  const Page = PAGES[section];
  return (
    <div className="min-h-screen lg:flex">
      <Navigation section={section} theme={theme} onThemeChange={setTheme} />
      <SupportProvider client={supportClient} theme={theme}>
        <main className="mx-auto w-full max-w-screen-2xl flex-1 p-4 lg:p-8">
          <Page />
        </main>
      </SupportProvider>
    </div>
  );
}
