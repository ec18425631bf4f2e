import { useSyncExternalStore } from 'react';

/** A page of the host, as the address names it. */
export type Section = 'home' | 'support' | 'widgets';

const isSection = (text: string): text is Section => ['home', 'support', 'widgets'].includes(text);

const shownSection = (): Section => {
  const name = location.hash.slice(1);
  return isSection(name) ? name : 'support';
};

const onChange = (tell: () => void): (() => void) => {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
};

/** The section that the address shows; a host has its router for this. */
export const useSection = (): Section => useSyncExternalStore(onChange, shownSection);
