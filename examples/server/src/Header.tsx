import type { ReactNode } from 'react';
import { OwnData } from './OwnData.js';
import type { Access } from './use-access.js';

interface HeaderProps {
  access: Access;
  theme: 'dark' | 'light';
  onToggleTheme: () => void;
}

export function Header({ access, theme, onToggleTheme }: HeaderProps): ReactNode {
  const { isDemo, isRefused, openWith } = access;
  return (
    <header className="page-header">
      <div className="page-bar">
        <a className="page-name" href="#/">
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>
            CSCX <span className="page-product">Support Metrics</span>
          </span>
        </a>
        {isDemo && !isRefused && <span className="page-badge">Demo data</span>}
        <div className="page-actions">
          {isDemo && !isRefused && <OwnData onKey={openWith} />}
          {!isDemo && (
            <button type="button" className="page-button" onClick={() => openWith(null)}>
              Forget this key
            </button>
          )}
          <button
            type="button"
            className="page-button page-icon-button"
            aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
            onClick={onToggleTheme}
          >
            {theme === 'dark' ? <Sun /> : <Moon />}
          </button>
        </div>
      </div>
    </header>
  );
}

const icon = { viewBox: '0 0 20 20', width: 18, height: 18, fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };

function Sun(): ReactNode {
  return (
    <svg {...icon} strokeLinecap="round" aria-hidden="true">
      <circle cx="10" cy="10" r="3.4" />
      <path d="M10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M4.3 15.7l1.3-1.3M14.4 5.6l1.3-1.3" />
    </svg>
  );
}

function Moon(): ReactNode {
  return (
    <svg {...icon} strokeLinejoin="round" aria-hidden="true">
      <path d="M16.8 12.1A7 7 0 0 1 7.9 3.2a7 7 0 1 0 8.9 8.9Z" />
    </svg>
  );
}
