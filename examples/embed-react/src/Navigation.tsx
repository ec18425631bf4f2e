import type { ReactNode } from 'react';
import type { Section } from './use-section.js';

const LABELS: Readonly<Record<Section, string>> = { home: 'Home', support: 'Support', widgets: 'Widgets' };
const SECTIONS: readonly Section[] = ['home', 'support', 'widgets'];

interface NavigationProps {
  section: Section;
  theme: 'dark' | 'light';
  onThemeChange: (theme: 'dark' | 'light') => void;
}

export function Navigation({ section, theme, onThemeChange }: NavigationProps): ReactNode {
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <nav
      aria-label="Main"
      className="flex gap-1 border-b border-slate-200 p-3 lg:w-52 lg:flex-none lg:flex-col lg:border-b-0 lg:border-r dark:border-slate-800"
    >
      <span className="hidden px-3 py-4 text-lg font-semibold tracking-tight lg:block">CSCX.AI</span>
      {SECTIONS.map((each) => (
        <a
          key={each}
          href={`#${each}`}
          aria-current={each === section ? 'page' : undefined}
          className="rounded-md px-3 py-2 text-sm aria-[current=page]:bg-slate-200 hover:underline dark:aria-[current=page]:bg-slate-800"
        >
          {LABELS[each]}
        </a>
      ))}
      <button type="button" className="rounded-md px-3 py-2 text-left text-sm" onClick={() => onThemeChange(other)}>
        Use the {other} theme
      </button>
    </nav>
  );
}
