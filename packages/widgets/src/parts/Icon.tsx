import type { ReactNode } from 'react';

/** Outlines in a box of 16 × 16; every meaning has a shape of its own. What alerts do not need stands in AnyIcon.tsx. */
export const basicPaths = {
  critical: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.8v3.7M8 11v.2',
  high: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.8v.2',
  medium: 'M8 1.2 14.8 8 8 14.8 1.2 8zM8 4.8v3.7M8 11v.2',
  low: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M8 7.4V11M8 5v.2',
  check: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M5.3 8.2l1.9 1.9 3.6-4',
  warning: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.8v.2',
  chevron: 'm3.5 6 4.5 4.5L12.5 6',
} as const;

/** Name of an {@link Icon}. */
export type BasicIconName = keyof typeof basicPaths;

/** A mark beside the words that say the same. */
export const Icon = ({ name }: { name: BasicIconName }): ReactNode => <Outline name={name} path={basicPaths[name]} />;

/** Any outline, in the size of the text. */
export function Outline({ name, path }: { name: string; path: string }): ReactNode {
  return (
    <svg className="sw-icon" data-icon={name} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
