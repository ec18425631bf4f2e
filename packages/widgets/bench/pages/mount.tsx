import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Renders into the page, as a host's build does. */
export function mount(scene: ReactNode): void {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(scene);
}
