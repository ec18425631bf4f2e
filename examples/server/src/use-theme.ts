import { useEffect, useState } from 'react';

const STORAGE_KEY = 'cscx-support-theme';

/** Dark unless somebody chose light; the choice is remembered. */
export const useTheme = (): { theme: 'dark' | 'light'; toggleTheme: () => void } => {
  const [theme, setTheme] = useState<'dark' | 'light'>(() =>
    localStorage.getItem(STORAGE_KEY) === 'light' ? 'light' : 'dark',
  );
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(STORAGE_KEY, theme);
  }, [theme]);
  return { theme, toggleTheme: () => setTheme(theme === 'dark' ? 'light' : 'dark') };
};
