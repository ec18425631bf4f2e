import { useState } from 'react';

type PageTheme = 'dark' | 'light';

/** Kept under the name that public/theme.js reads. */
const STORAGE_KEY = 'cscx-support-theme';

const shownTheme = (): PageTheme => (document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark');

/** The page's theme, which public/theme.js has set, and the way to the other one; the choice is remembered. */
export const useTheme = (): { theme: PageTheme; toggleTheme: () => void } => {
  const [theme, setTheme] = useState(shownTheme);
  const toggleTheme = (): void => {
    const other = theme === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = other;
    setTheme(other);
    localStorage.setItem(STORAGE_KEY, other);
  };
  return { theme, toggleTheme };
};
