import type { ReactNode } from 'react';

const SECTIONS = ['Home', 'Customers', 'Support', 'Renewals'];
const CURRENT = 'Support';

export function Navigation(): ReactNode {
  return (
    <nav
      aria-label="Main"
      className="flex gap-1 border-b border-slate-800 p-3 lg:w-52 lg:flex-col lg:border-b-0 lg:border-r"
    >
      <span className="hidden px-3 py-4 text-lg font-semibold tracking-tight text-white lg:block">CSCX.AI</span>
      {SECTIONS.map((section) => (
        <a
          key={section}
          href={`#${section.toLowerCase()}`}
          aria-current={section === CURRENT ? 'page' : undefined}
          className="rounded-md px-3 py-2 text-sm text-slate-400 hover:text-white aria-[current=page]:bg-slate-800 aria-[current=page]:text-white"
        >
          {section}
        </a>
      ))}
    </nav>
  );
}
