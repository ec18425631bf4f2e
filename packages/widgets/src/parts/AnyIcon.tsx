import type { ReactNode } from 'react';
import { basicPaths, Outline } from './Icon.js';

/** Apart from the basic ones, so that a host of the alert feed alone does not load them. */
const paths = {
  ...basicPaths,
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M8 4.6V8l2.3 1.6',
  hourglass: 'M3.5 1.8h9M3.5 14.2h9M4.8 1.8v2L8 8l3.2-4.2v-2M4.8 14.2v-2L8 8l3.2 4.2v2',
  pause: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M6.4 5.8v4.4M9.6 5.8v4.4',
  dash: 'M4.5 8h7',
  up: 'M8 13V3.4M3.8 7.4 8 3.2l4.2 4.2',
  down: 'M8 3v9.6M3.8 8.6 8 12.8l4.2-4.2',
  flat: 'M2.8 8h9.8M8.8 3.8 13 8l-4.2 4.2',
  back: 'M13 8H3.4M7.4 3.8 3.2 8l4.2 4.2',
  next: 'm6 3.5 4.5 4.5L6 12.5',
  external: 'M6.5 3.5h-4v10h10v-4M9 2.5h4.5V7M13.2 2.8 7.5 8.5',
} as const;

/** Name of any icon. */
export type IconName = keyof typeof paths;

/** A mark whose name comes from data, or is none of the basic ones. */
export const AnyIcon = ({ name }: { name: IconName }): ReactNode => <Outline name={name} path={paths[name]} />;
