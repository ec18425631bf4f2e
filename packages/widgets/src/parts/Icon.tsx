import type { ReactNode } from 'react';

/** Outlines in a box of 16 × 16; every meaning has a shape of its own. */
const paths = {
  critical: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.8v3.7M8 11v.2',
  high: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.8v.2',
  medium: 'M8 1.2 14.8 8 8 14.8 1.2 8zM8 4.8v3.7M8 11v.2',
  low: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M8 7.4V11M8 5v.2',
  check: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M5.3 8.2l1.9 1.9 3.6-4',
  warning: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.8v.2',
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M8 4.6V8l2.3 1.6',
  pause: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M6.4 5.8v4.4M9.6 5.8v4.4',
  dash: 'M4.5 8h7',
  up: 'M8 13V3.4M3.8 7.4 8 3.2l4.2 4.2',
  down: 'M8 3v9.6M3.8 8.6 8 12.8l4.2-4.2',
  flat: 'M2.8 8h9.8M8.8 3.8 13 8l-4.2 4.2',
  back: 'M13 8H3.4M7.4 3.8 3.2 8l4.2 4.2',
  next: 'm6 3.5 4.5 4.5L6 12.5',
  chevron: 'm3.5 6 4.5 4.5L12.5 6',
  external: 'M6.5 3.5h-4v10h10v-4M9 2.5h4.5V7M13.2 2.8 7.5 8.5',
} as const;

/** Name of an {@link Icon}. */
export type IconName = keyof typeof paths;

/** A mark beside the words that say the same. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg
      className="sw-icon"
      data-icon={name}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
